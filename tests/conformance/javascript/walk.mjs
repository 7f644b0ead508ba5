// A walk through the Assistants and the Responses API with the official client; what it saw goes to standard output as JSON.
// OPENAI_BASE_URL and OPENAI_API_KEY say where. The model there does what `instructions` plan (tests/providers.py).

import OpenAI, { toFile } from "openai";

const client = new OpenAI({ maxRetries: 0 });
const seen = {};

const tools = [{ type: "function", function: { name: "f", parameters: { type: "object", properties: {} } } }];
const assistant = await client.beta.assistants.create({ model: "offline-tutor", name: "도우미", tools });
seen.assistant = (await client.beta.assistants.retrieve(assistant.id)).name;

const thread = await client.beta.threads.create();
await client.beta.threads.messages.create(thread.id, { role: "user", content: "안녕하세요" });
const ask = { assistant_id: assistant.id };

const polled = await client.beta.threads.runs.createAndPoll(thread.id, { ...ask, instructions: "js-poll: say" });
seen.polled = polled.status;

const texts = [];
for await (const message of client.beta.threads.messages.list(thread.id, { limit: 1 })) {
  texts.push(message.content[0].text.value);
}
seen.texts = texts;

const names = [];
let streamed = "";
const stream = client.beta.threads.runs
  .stream(thread.id, { ...ask, instructions: "js-stream: say" })
  .on("event", (event) => names.push(event.event))
  .on("textDelta", (delta) => (streamed += delta.value));
seen.streamed = [(await stream.finalRun()).status, streamed, names[0], names.at(-1)];

let run = await client.beta.threads.runs.createAndPoll(thread.id, { ...ask, instructions: "js-call: calls say" });
const calls = run.required_action.submit_tool_outputs.tool_calls;
seen.calls = [run.status, ...calls.map((call) => call.function.name)];
run = await client.beta.threads.runs.submitToolOutputsAndPoll(thread.id, run.id, {
  tool_outputs: calls.map((call) => ({ tool_call_id: call.id, output: "1" })),
});
const steps = await client.beta.threads.runs.steps.list(thread.id, run.id, { order: "asc" });
seen.steps = [run.status, ...steps.data.map((step) => step.type)];

const question = { model: "offline-tutor", input: "안녕하세요" };
const answered = await client.responses.create({ ...question, instructions: "js-answer: say" });
const events = [];
let said = "";
for await (const event of await client.responses.create({ ...question, instructions: "js-events: say", stream: true })) {
  events.push(event.type);
  if (event.type === "response.output_text.delta") said += event.delta;
}
const planned = { model: "offline-tutor", instructions: "js-function: call say" };
const known = [{ type: "function", name: "f", parameters: { type: "object", properties: {} }, strict: false }];
const asked = await client.responses.create({ ...planned, input: "call f", tools: known });
const done = await client.responses.create({
  ...planned,
  previous_response_id: asked.id,
  input: [{ type: "function_call_output", call_id: asked.output[0].call_id, output: "1" }],
});
seen.responses = [answered.output_text, said, events[0], events.at(-1), asked.output[0].name, done.output_text];

const file = await client.files.create({
  file: await toFile(Buffer.from("Refunds are possible within 14 days.\n"), "환불 규정.txt"),
  purpose: "assistants",
});
seen.file = [file.filename, file.bytes];
const store = await client.vectorStores.create({ name: "policies" });
const added = await client.vectorStores.files.createAndPoll(store.id, { file_id: file.id });
const found = await client.vectorStores.search(store.id, { query: "How many days for a refund?" });
seen.store = [added.status, found.data[0].filename, found.data[0].content[0].text.trim()];

try {
  await client.beta.threads.retrieve("thread_none");
} catch (error) {
  seen.missing = [error.constructor.name, error.status, error.error.message];
}
try {
  await client.beta.assistants.create({ model: "offline-tutor", temperature: 3 });
} catch (error) {
  seen.refused = [error.constructor.name, error.status, error.param, error.code];
}
seen.deleted = [(await client.beta.threads.del(thread.id)).deleted, (await client.files.del(file.id)).deleted];

console.log(JSON.stringify(seen));
