import type { Request } from '../frames.js';
import type { MessageId } from '../ids.js';

export interface DeviceState {
  /** Everything up to this inbox position is stored; 0 at first. */
  readonly position: number;
  /** For the next `hello`; undefined if there is none. */
  readonly ticket: string | undefined;
  /** What has no answer yet, oldest first. */
  readonly outbox: readonly Request[];
}

/**
 * What one device has to remember between two runs. A promise is fulfilled once the change would survive the end of
 * the program, as far as this store can promise it.
 */
export interface DeviceStore {
  load(): Promise<DeviceState>;
  saveTicket(ticket: string | undefined): Promise<void>;
  savePosition(position: number): Promise<void>;
  /** Appends to the outbox. */
  add(request: Request): Promise<void>;
  /** Removes from the outbox; does nothing if it is not there. */
  remove(id: MessageId): Promise<void>;
  /** Forgets everything, as after signing out. */
  clear(): Promise<void>;
}
