// Filtert die Liste der Teams im Browser. Ohne dieses Skript ist die Liste vollständig da, nur ohne Suchfeld.
"use strict";
(() => {
  const suche = document.getElementById("suche");
  const zeilen = [...document.querySelectorAll("[data-suche]")];
  if (!suche || zeilen.length < 2) return;
  const feld = suche.querySelector("input");
  const wahlen = [...suche.querySelectorAll("select")];
  const treffer = suche.querySelector("[role=status]");
  const schlicht = (text) =>
    text.toLowerCase().replace(/ä/g, "ae").replace(/ö/g, "oe").replace(/ü/g, "ue").replace(/ß/g, "ss")
      .normalize("NFKD").replace(/[^\p{L}\p{N}\s]/gu, "");
  const worte_von = new Map(zeilen.map((zeile) => [zeile, schlicht(zeile.dataset.suche)]));
  const zeigen = () => {
    const worte = schlicht(feld.value.replace(/[-–\/]/g, " ")).split(/\s+/).filter(Boolean);
    let zahl = 0;
    for (const zeile of zeilen) {
      const passt = worte.every((wort) => worte_von.get(zeile).includes(wort)) &&
        wahlen.every((wahl) => !wahl.value || zeile.dataset[wahl.name].split(" ").includes(wahl.value));
      zeile.hidden = !passt;
      zahl += passt;
    }
    for (const teil of document.querySelectorAll("[data-gruppe]")) {
      teil.hidden = !teil.querySelector("[data-suche]:not([hidden])");
    }
    treffer.textContent = zahl === 1 ? "1 Team" : zahl === 0 ? "Kein Team passt. Nimm weniger Wörter." : zahl + " Teams";
  };
  suche.hidden = false;
  suche.addEventListener("input", zeigen);
  suche.addEventListener("change", zeigen);
  zeigen();
})();
