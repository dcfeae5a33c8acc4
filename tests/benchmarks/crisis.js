// Plays an ink story at random for some seconds and prints how many times: node crisis.js <inkjs> <story> <seconds>
const { Compiler } = require(require("path").join(process.argv[2], "dist", "ink-full.js"));
const source = require("fs").readFileSync(process.argv[3], "utf-8");
const story = new Compiler(source).Compile();
const end = process.cpuUsage().user + Number(process.argv[4]) * 1e6;
const start = process.cpuUsage().user;
let plays = 0;
while (process.cpuUsage().user < end) {
  story.ResetState();
  story.ContinueMaximally();
  while (story.currentChoices.length) {
    story.ChooseChoiceIndex(Math.floor(Math.random() * story.currentChoices.length));
    story.ContinueMaximally();
  }
  plays += 1;
}
console.log(JSON.stringify({ plays, seconds: (process.cpuUsage().user - start) / 1e6 }));
