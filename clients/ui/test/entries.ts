import type { ConversationId, DeviceId, MessageId, StoredMessage, UserId } from '@natter/sdk';

export const ALICE = '01jd3zk8x0000000000000000a' as UserId;
export const BOB = '01jd3zk8x0000000000000000b' as UserId;
export const CAROL = '01jd3zk8x0000000000000000c' as UserId;
export const WITH_BOB = `d-${ALICE}-${BOB}` as ConversationId;
export const NEWS = 't-01jd3zk8x0000000000000000n' as ConversationId;
export const TEAM = 'g-01jd3zk8x0000000000000000g' as ConversationId;

/** An entry of a conversation's log; by Bob and a text if nothing else is said. */
export function entry(seq: number, members: Partial<StoredMessage> = {}): StoredMessage {
  return {
    conversation: WITH_BOB,
    seq,
    epoch: 0,
    from: BOB,
    device: 'bobs' as DeviceId,
    id: `message-${seq}` as MessageId,
    at: new Date(Date.UTC(2026, 0, 1, 12, 0, seq)).toISOString(),
    content: { kind: 'text', text: `number ${seq}` },
    ...members,
  };
}
