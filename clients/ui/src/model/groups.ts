import {
  NatterError,
  type ConversationId,
  type GroupAction,
  type GroupSettings,
  type GroupView,
  type OfTwo,
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
    private readonly me: UserId,
    private readonly rest: Rest,
    private readonly store: MessageStore,
    private readonly line: LateLine,
    private readonly threads: Threads,
    private readonly changed: () => void,
  ) {}

  async restore(): Promise<void> {
    (await this.store.groups()).forEach((view) => keep(this.threads.of(view.conversation), view));
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
    if (!(await this.#isIn(conversation))) {
      return undefined;
    }
    const thread = this.threads.of(conversation);
    await this.loadChanged(thread, () => thread.role !== undefined);
    return thread;
  }

  /** Lets somebody in who has asked, or does not. For admins. */
  async answer(thread: Thread, user: UserId, letsIn: boolean): Promise<void> {
    const action = letsIn ? 'add' : 'decline';
    // Another admin was faster: their answer counts.
    await this.change({ action, conversation: thread.id, members: [user] }).catch(unlessConflict);
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

  /** Sets what of this is another now: what members may do, and for how long messages stay. For admins, the last for two people too. */
  async set(thread: Thread, wanted: GroupSettings): Promise<void> {
    const now: GroupSettings = (thread.group ?? thread.ofTwo)?.settings ?? {};
    const keys = Object.keys(wanted) as (keyof GroupSettings)[];
    const changed = keys.filter((key) => wanted[key] !== now[key]).map((key) => [key, wanted[key]] as const);
    if (changed.length > 0) {
      await this.change({ action: 'settings', conversation: thread.id, settings: Object.fromEntries(changed) });
    }
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
      const { api } = this.rest;
      const token = await this.rest.token();
      this.know(
        thread,
        await (thread.peer === undefined ? api.groupOf(token, thread.id) : api.ofTwo(token, thread.id)),
      );
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

  know(thread: Thread, view: GroupView | OfTwo): void {
    if (JSON.stringify(view) !== JSON.stringify(thread.group ?? thread.ofTwo)) {
      keep(thread, view);
      void this.store.saveGroup(view).catch(() => undefined);
      this.changed();
    }
    if (thread.isTopic) {
      this.threads.mark(thread, { listed: thread.group?.following === true || thread.role !== undefined });
    }
  }

  /**
   * Whether one is in a group, as who orders its changes has it: history, which tells of groups, may be behind. Only admins decline,
   * and who is none gets another answer as a member than as somebody else.
   */
  async #isIn(conversation: ConversationId): Promise<boolean> {
    try {
      await this.ask({ action: 'decline', conversation, members: [this.me] });
      return true;
    } catch (error) {
      if (error instanceof NatterError && error.code === 'not_a_member') {
        return false;
      }
      if (error instanceof NatterError && (error.code === 'not_an_admin' || error.code === 'conflict')) {
        return true;
      }
      throw error;
    }
  }
}

function keep(thread: Thread, view: GroupView | OfTwo): void {
  if ('title' in view) {
    thread.group = view;
  } else {
    thread.ofTwo = view;
  }
}

/** It is so already. */
function unlessConflict(error: unknown): void {
  if (!(error instanceof NatterError) || error.code !== 'conflict') {
    throw error;
  }
}
