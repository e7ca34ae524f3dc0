const fs = require("fs");
const yaml = require("js-yaml");

module.exports = (config) => {
  config.addGlobalData("teams", () =>
    fs.readdirSync("teams").sort().map((name) => yaml.load(fs.readFileSync(`teams/${name}`, "utf8"))));
  return { dir: { input: "pages", output: "public" } };
};
