"""People whom everybody knows: their whole name is no trace of a member who shares a part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiq_cli.scan.folding import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence


NAMES = """
    Johann Sebastian Bach, Carl Philipp Emanuel Bach, Clara Schumann, Robert Schumann, Felix Mendelssohn, Fanny Hensel, Richard Wagner, Wolfgang Amadeus Mozart,
    Ludwig van Beethoven, Georg Friedrich Händel, Georg Philipp Telemann, Edvard Grieg, Gustav Mahler, Max Reger, Kurt Masur, Lotte Lehmann, Hanns Eisler,
    Johann Wolfgang von Goethe, Wolfgang von Goethe, Friedrich Schiller, Heinrich Heine, Gotthold Ephraim Lessing, Theodor Fontane, Erich Kästner, Erich Loest,
    Joachim Ringelnatz, Hans Fallada, Bertolt Brecht, Anna Seghers, Christa Wolf, Thomas Mann, Heinrich Mann, Hermann Hesse, Max Frisch, Lene Voigt, Bruno Apitz,
    Hans Christian Andersen, Astrid Lindgren, Wilhelm Busch, Heinrich Hoffmann, Jules Verne, William Shakespeare, Franz Kafka, Hans Sachs, Wolfram von Eschenbach,
    Walther von der Vogelweide, Till Eulenspiegel, Max und Moritz, Hänsel und Gretel, Frau Holle, Hildegard von Bingen, Martin Luther, Katharina von Bora,
    Thomas Müntzer, Philipp Melanchthon, Adam Ries, Martin Luther King, Nelson Mandela, Mahatma Gandhi, Albert Schweitzer, Anne Frank, Sophie Scholl, Hans Scholl,
    Dietrich Bonhoeffer, Carl Goerdeler, Georg Elser, Rosa Luxemburg, Karl Liebknecht, Clara Zetkin, August Bebel, Karl Marx, Friedrich Engels, Ernst Thälmann,
    Georg Schwarz, Georg Schumann, Käthe Kollwitz, Luise Otto Peters, Louise Otto Peters, Henriette Goldschmidt, Auguste Schmidt, Hannah Arendt, Bertha von Suttner,
    Rosa Parks, Ruth Pfau, Max Klinger, Max Beckmann, Caspar David Friedrich, Paul Klee, Otto Dix, Lucas Cranach, Albrecht Dürer, Henry van de Velde,
    Karl Heine, Carl Heine, Ernst Mey, Wolfgang Heinze, Arno Nitzsche, Wilhelm Külz, Gustav Freytag, Daniel Schreber, Moritz Schreber, Karl Rothe,
    Wilhelm Wundt, Werner Heisenberg, Albert Einstein, Max Planck, Robert Koch, Rudolf Virchow, Robert Bosch, Carl Zeiss, Wilhelm Conrad Röntgen, Marie Curie,
    Wilhelm Ostwald, Gottfried Wilhelm Leibniz, Immanuel Kant, Alexander von Humboldt, Wilhelm von Humboldt, Friedrich Fröbel, Maria Montessori, Rudolf Steiner,
    Friedrich Ebert, Willy Brandt, Konrad Adenauer, Helmut Kohl, Angela Merkel, Theodor Heuss, Heinrich Böll, Konrad Duden, Friedrich List, Kurt Eisner,
    Friedrich Ludwig Jahn, Ferdinand Lassalle, Gustav Adolf, August der Starke, Otto von Bismarck, Königin Luise
"""
WHOLE = frozenset(
    form for name in NAMES.split(",") for key in tokens(name) for form in (key, (*key[:-1], key[-1] + "s"))
)
"""Every name, and its genitive."""
FIRSTS = frozenset(key[0] for key in WHOLE)
LONGEST = max(map(len, WHOLE))


def covered(written: Sequence[str]) -> set[int]:
    """Give the numbers of the words that stand in the whole name of such a person."""
    if FIRSTS.isdisjoint(written):
        return set()
    return {
        number
        for position in [number for number, word in enumerate(written) if word in FIRSTS]
        for behind in range(position + 2, position + LONGEST + 1)
        if tuple(written[position:behind]) in WHOLE
        for number in range(position, behind)
    }
