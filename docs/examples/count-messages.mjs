// Counts the messages of each hour, as somebody outside of Natter would: by the CloudEvents headers alone, without
// opening a message. `npm ci && node examples/count-messages.mjs 127.0.0.1:19092 [chat.events]` in docs/.
import { randomUUID } from "node:crypto";
import kafkajs from "kafkajs";

const { Kafka, logLevel } = kafkajs;
const [bootstrap, topic = "chat.events"] = process.argv.slice(2);
const kafka = new Kafka({ clientId: "count-messages", brokers: [bootstrap], logLevel: logLevel.ERROR });

/** The highest seq that was counted, by conversation: a repeat is no new message. */
const counted = new Map();
const byHour = new Map();

function count(headers) {
  if (String(headers.ce_type) !== "chat.natter.message.accepted.v1") {
    return;
  }
  const [conversation, number] = String(headers.ce_id).split("/");
  const seq = BigInt(number);
  // A conversation has one partition, in which its events come in the order of their numbers.
  if (seq > (counted.get(conversation) ?? 0n)) {
    counted.set(conversation, seq);
    const hour = new Date(String(headers.ce_time));
    hour.setUTCMinutes(0, 0, 0);
    const key = hour.toISOString().replace(":00.000Z", ":00Z");
    byHour.set(key, (byHour.get(key) ?? 0) + 1);
  }
}

// What is the last record of each partition now; beyond it this run does not read.
const admin = kafka.admin();
await admin.connect();
const open = new Map();
for (const { partition, high, low } of await admin.fetchTopicOffsets(topic)) {
  if (BigInt(high) > BigInt(low)) {
    open.set(partition, BigInt(high) - 1n);
  }
}

const group = `count-messages-${randomUUID()}`;
if (open.size > 0) {
  const consumer = kafka.consumer({ groupId: group });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await new Promise((resolve) =>
    consumer.run({
      eachMessage: async ({ partition, message }) => {
        const last = open.get(partition);
        if (last === undefined) {
          return;
        }
        count(message.headers);
        if (BigInt(message.offset) >= last) {
          open.delete(partition);
          if (open.size === 0) {
            resolve();
          }
        }
      },
    }),
  );
  await consumer.disconnect();
  await admin.deleteGroups([group]);
}
await admin.disconnect();

for (const hour of [...byHour.keys()].sort()) {
  console.log(`${hour} ${byHour.get(hour)}`);
}
