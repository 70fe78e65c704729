export { USUAL_BACKOFF, type Backoff } from './backoff.js';
export {
  ChatConnection,
  type BroadcastOptions,
  type ConnectionOptions,
  type Line,
  type Sending,
  type SendOptions,
} from './connection.js';
export type { Edge } from './edge.js';
export { NatterError, Unreachable } from './errors.js';
export type * from './frames.js';
export type { WebSocketConstructor } from './gateway-socket.js';
export * from './ids.js';
export type { ChatListener } from './listener.js';
export type { Answer, Question } from './questions.js';
export type { GivenUp } from './reconnect.js';
export * from './rest.js';
export type { DeviceState, DeviceStore } from './store/device-store.js';
export { IndexedDbDeviceStore } from './store/indexed-db.js';
export { MemoryDeviceStore } from './store/memory.js';
export { SharedConnection, type TabTools } from './tabs.js';
export { SessionTokens, type KeptSession, type TabsOfSession } from './tokens.js';
