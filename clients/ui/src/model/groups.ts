import {
  NatterError,
  type ConversationId,
  type GroupAction,
  type GroupView,
  type Sent,
  type UserId,
} from '@natter/sdk';
import { newInviteCode, type InviteLink } from './invite-link.js';
import type { LateLine } from './late-line.js';
import type { MessageStore } from './message-store.js';
import type { Rest } from './rest.js';
import type { Thread } from './thread.js';
import type { Threads } from './threads.js';

/** What a group or a topic is, is told by history, which is a little behind. */
const UNTIL_CHANGED = [0, 400, 2_500];

/** What groups are called and who is in them, and the changes that one asks for; topics are groups of those who publish. */
export class Groups {
  /** Those that this run has asked about: what the store has of them may be old. */
  readonly #asked = new Set<ConversationId>();

  constructor(
    private readonly rest: Rest,
    private readonly store: MessageStore,
    private readonly line: LateLine,
    private readonly threads: Threads,
    private readonly changed: () => void,
  ) {}

  async restore(): Promise<void> {
    (await this.store.groups()).forEach((group) => (this.threads.of(group.conversation).group = group));
  }

  /** The new group's thread, once the server has made it. */
  async create(title: string, members: readonly UserId[]): Promise<Thread> {
    const { conversation } = await this.ask({ action: 'create', title, members });
    return this.threads.of(conversation);
  }

  /** Comes in by a link. Undefined if an admin has to let us in first; rejected with a NatterError if it leads nowhere. */
  async join({ conversation, code = '' }: InviteLink): Promise<Thread | undefined> {
    // Who is in already, or has asked already, gets a conflict.
    await this.ask({ action: 'join', conversation, code }).catch(unlessConflict);
    const thread = this.threads.of(conversation);
    return (await this.loadChanged(thread, () => thread.role !== undefined)) ? thread : undefined;
  }

  /**
   * Makes a link by which others come into a group, or may read a topic that is not public; the one before is over. For
   * admins.
   */
  async invite(thread: Thread): Promise<InviteLink> {
    const code = newInviteCode();
    await this.change({ action: 'invite', conversation: thread.id, code });
    return { conversation: thread.id, code };
  }

  /** Ends the link, if there is one; who has come by it stays. For admins. */
  async endInvitation(thread: Thread): Promise<void> {
    await this.change({ action: 'revoke', conversation: thread.id }).catch(unlessConflict);
  }

  /** Rejected with a NatterError if the server does not want it. */
  async change(action: Exclude<GroupAction, { action: 'create' }>): Promise<void> {
    await this.ask(action);
  }

  ask(action: GroupAction): Promise<Sent> {
    if (this.line.now === undefined) {
      throw new TypeError('the messenger is not started');
    }
    return this.line.now.group(action).sent;
  }

  /** Asks what it is, if this run has not yet. */
  learn(thread: Thread): void {
    if (!this.#asked.has(thread.id)) {
      void this.load(thread);
    }
  }

  /** Asks what it is now. */
  async load(thread: Thread): Promise<void> {
    this.#asked.add(thread.id);
    try {
      this.know(thread, await this.rest.api.groupOf(await this.rest.token(), thread.id));
    } catch {
      // Not there yet, or not ours any more: the log says what happened.
    }
  }

  /** Asks what it is after it was changed, until it is as wanted. Whether it became so. */
  async loadChanged(thread: Thread, isWanted: () => boolean = () => false): Promise<boolean> {
    for (const wait of UNTIL_CHANGED) {
      await new Promise((over) => setTimeout(over, wait));
      await this.load(thread);
      if (isWanted()) {
        return true;
      }
    }
    return false;
  }

  know(thread: Thread, group: GroupView): void {
    if (JSON.stringify(group) !== JSON.stringify(thread.group)) {
      thread.group = group;
      void this.store.saveGroup(group).catch(() => undefined);
      this.changed();
    }
    if (thread.isTopic) {
      this.threads.mark(thread, { listed: group.following === true || thread.role !== undefined });
    }
  }
}

/** It is so already. */
function unlessConflict(error: unknown): void {
  if (!(error instanceof NatterError) || error.code !== 'conflict') {
    throw error;
  }
}
