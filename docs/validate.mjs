// Checks the contracts in this folder: well-formed, true to the code's catalogues, and true to the golden frames.
// `npm ci && npm run validate` in docs/; exit code 1 and one line per fault otherwise.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import SwaggerParser from "@apidevtools/swagger-parser";
import { Parser } from "@asyncapi/parser";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { parse } from "yaml";

const docs = dirname(fileURLToPath(import.meta.url));
const contract = join(docs, "..", "contract", "src");
const java = join(contract, "main", "java", "chat", "natter", "contract");
const golden = join(contract, "test", "resources", "golden");

const faults = [];
let passed = 0;

function check(what, failure) {
  if (failure) {
    faults.push(`${what}: ${failure}`);
  } else {
    passed++;
  }
}

function differ(documented, coded) {
  const missing = coded.filter((one) => !documented.includes(one));
  const extra = documented.filter((one) => !coded.includes(one));
  return missing.length + extra.length === 0
    ? undefined
    : `undocumented [${missing}], not in the code [${extra}]`;
}

function source(file) {
  return readFileSync(join(java, file), "utf8");
}

function filesBelow(folder, ending) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path, ending) : path.endsWith(ending) ? [path] : [];
  });
}

/** The names of an enum's constants, each of which stands at the beginning of a line with its arguments. */
function constants(file) {
  return [...source(file).matchAll(/^ {4}([A-Z][A-Z_]+)\(/gm)].map((match) => match[1]);
}

/** Compiles a schema of the document under its JSON pointer. */
function compiler(ajv, document, id) {
  addFormats(ajv);
  ajv.addSchema({ $id: id, ...document });
  return (pointer) => ajv.compile({ $ref: `${id}#${pointer}` });
}

function violation(validate, value) {
  return validate(value)
    ? undefined
    : validate.errors.map((error) => `${error.instancePath || "/"} ${error.message}`).join("; ");
}

// -- asyncapi.yaml

const asyncText = readFileSync(join(docs, "asyncapi.yaml"), "utf8");
const { diagnostics } = await new Parser().parse(asyncText, { source: join(docs, "asyncapi.yaml") });
// 0 is an error, 1 a warning; the rest are hints, such as a newer version of the specification.
const serious = diagnostics.filter((found) => found.severity <= 1);
check(
  "asyncapi.yaml is valid AsyncAPI",
  serious.map((found) => `${found.path.join(".")} ${found.message}`).join("; ") || undefined,
);

const asyncapi = parse(asyncText);
const schemaOf = compiler(new Ajv({ strict: false, allErrors: true }), asyncapi, "asyncapi");

/** Type of frame to its validator and examples, by direction; a message that has a `name` is of that type. */
function frames(operation) {
  return new Map(
    asyncapi.operations[operation].messages.map(({ $ref }) => {
      const key = $ref.split("/").at(-1);
      const { name = key, examples = [] } = asyncapi.components.messages[key];
      return [name, Object.assign(schemaOf(`/components/messages/${key}/payload`), { examples })];
    }),
  );
}

const directions = { client: frames("fromClient"), server: frames("toClient") };

for (const [direction, types] of Object.entries(directions)) {
  const reader = source(join("frame", direction === "client" ? "ReadClientFrame.java" : "ReadServerFrame.java"));
  const coded = [...reader.matchAll(/case "([a-z]+)"/g)].map((match) => match[1]);
  check(`${direction} frames are those of the code`, differ([...types.keys()], coded));
  for (const [name, validate] of types) {
    const { examples } = validate;
    check(`${name} has an example`, examples.length ? undefined : "none");
    for (const example of examples) {
      check(`example ${name}/${example.name}`, violation(validate, example.payload));
      const type = example.payload.type;
      check(`example ${name}/${example.name} is a ${name}`, type === name ? undefined : `is a ${type}`);
    }
  }
}

const topics = [...source("Topic.java").matchAll(/^ {4}[A-Z_]+\("([a-z.-]+)"/gm)].map((match) => match[1]);
const documentedTopics = Object.values(asyncapi.channels)
  .map((channel) => channel.address)
  .filter((address) => address.startsWith("chat.") && !address.includes("{"));
check("topics are those of Topic.java", differ(documentedTopics, topics));

const protos = filesBelow(join(contract, "main", "proto"), ".proto").map((file) => readFileSync(file, "utf8"));
for (const [name, message] of Object.entries(asyncapi.components.messages)) {
  const type = message["x-protobuf"]?.replace(/^natter\.v1\./, "");
  if (type) {
    const known = protos.some((proto) => new RegExp(`^message ${type} \\{`, "m").test(proto));
    check(`${name} is a Protobuf message`, known ? undefined : `there is no ${type}`);
  }
}

const codes = constants("Problem.java").map((name) => name.toLowerCase());
check("problem codes of asyncapi.yaml", differ(asyncapi.components.schemas.ProblemCode.enum, codes));

const closeCodes = [...source("CloseCode.java").matchAll(/^ {4}[A-Z_]+\((\d{4}),/gm)].map((match) => match[1]);
check("close codes", differ(asyncapi.channels.chat.description.match(/\b4\d{3}\b/g) ?? [], closeCodes));

const eventHeaders = [
  ...source("EventHeaders.java").matchAll(/ = "(ce_[a-z]+|content-type)"/g),
  ...source("TraceParent.java").matchAll(/ HEADER = "([a-z]+)"/g),
].map((match) => match[1]);
check(
  "headers of chat.events",
  differ(Object.keys(asyncapi.components.schemas.CloudEventHeaders.properties), eventHeaders),
);

// -- openapi.yaml

try {
  await SwaggerParser.validate(join(docs, "openapi.yaml"));
  check("openapi.yaml is valid OpenAPI");
} catch (invalid) {
  check("openapi.yaml is valid OpenAPI", invalid.message.replaceAll("\n", " "));
}

const openapi = parse(readFileSync(join(docs, "openapi.yaml"), "utf8"));
const restSchemaOf = compiler(new Ajv2020({ strict: false, allErrors: true }), openapi, "openapi");
check("problem codes of openapi.yaml", differ(openapi.components.schemas.ProblemCode.enum, codes));

/** Every media type object of the document with its JSON pointer. */
function* mediaTypes(node, pointer) {
  if (node && typeof node === "object") {
    for (const [key, child] of Object.entries(node)) {
      const at = `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      if (key === "content" && !Array.isArray(node) && pointer.match(/\/(requestBody|responses\/[^/]+)$/)) {
        for (const [type, media] of Object.entries(child)) {
          yield [media, `${at}/${type.replaceAll("/", "~1")}`];
        }
      } else {
        yield* mediaTypes(child, at);
      }
    }
  }
}

for (const [media, pointer] of mediaTypes(openapi, "")) {
  const examples = media.example ? [media.example] : Object.values(media.examples ?? {}).map((one) => one.value);
  check(`${pointer} has an example`, examples.length ? undefined : "none");
  const validate = restSchemaOf(`${pointer.split("/").map(encodeURIComponent).join("/")}/schema`);
  for (const example of examples) {
    check(`example ${pointer}`, violation(validate, example));
  }
}

const operations = Object.values(openapi.paths).flatMap((item) =>
  Object.entries(item).filter(([method]) => ["get", "put", "post", "delete", "patch"].includes(method)),
);
for (const [, operation] of operations) {
  const secured = operation.security === undefined;
  const answers401 = "401" in operation.responses;
  check(`${operation.operationId} says 401`, secured && !answers401 ? "it needs a token" : undefined);
}

// -- golden frames: contract/src/test/resources/golden, one JSON object per file

const goldenFiles = existsSync(golden) ? filesBelow(golden, ".json") : [];
let frameCount = 0;
for (const file of goldenFiles) {
  const name = relative(golden, file);
  const frame = JSON.parse(readFileSync(file, "utf8"));
  if (typeof frame?.type !== "string") {
    continue;
  }
  frameCount++;
  const candidates = Object.entries(directions)
    .filter(([direction]) => !/client|server/.test(name) || name.includes(direction))
    .map(([, types]) => types.get(frame.type))
    .filter((validate) => validate !== undefined);
  check(
    `golden ${name}`,
    candidates.length ? violation(candidates[0], frame) : `there is no frame of type ${frame.type}`,
  );
}
if (frameCount === 0) {
  console.log(`note: there are no golden frames in ${relative(join(docs, ".."), golden)} yet`);
}

faults.forEach((fault) => console.error(`FAIL ${fault}`));
console.log(`docs: ${passed} passed, ${faults.length} failed (${frameCount} golden frames)`);
process.exitCode = faults.length ? 1 : 0;
