import type { Content, ConversationId, Failure, MessageId, Recipient, Request, SendOptions } from '@natter/sdk';
import type { OutgoingFile } from './files.js';
import type { LateLine } from './late-line.js';
import type { MessageLine } from './lines.js';
import type { Thread } from './thread.js';
import type { Threads } from './threads.js';

/** What is on its way to the server: each message is shown at once, until the server has taken it, or says why not. */
export class Outgoing {
  constructor(
    private readonly line: LateLine,
    private readonly threads: Threads,
    private readonly changed: () => void,
    private readonly problem: (code: string) => void,
  ) {}

  /** Sends a message. */
  send(thread: Thread, content: Content, options: SendOptions): void {
    const to = recipientOf(thread);
    this.line.speak((line) => {
      const { id, sent } = line.send(to, content, options);
      sent.catch(() => undefined); // Told by the listener.
      this.show({ type: 'send', id, to, content, ...options });
    });
  }

  /** Sends what does something to an earlier message; it shows once it is taken. */
  act(thread: Thread, content: Content, options: SendOptions): void {
    const to = recipientOf(thread);
    this.line.speak((line) => line.send(to, content, options).sent.catch(() => undefined));
  }

  /** Sends the message of a file that is there. Settles when that is answered. */
  sendFile({ key, conversation, replyTo }: OutgoingFile, content: Content): Promise<unknown> {
    const thread = this.threads.of(conversation);
    this.change(conversation, key, { content });
    return new Promise((settled) => {
      this.line.speak((line) => {
        const options = { id: key, ...(replyTo === undefined ? {} : { replyTo }) };
        settled(line.send(recipientOf(thread), content, options).sent);
      });
    });
  }

  /** Shows a message before the server has it. */
  show(request: Request): void {
    if (request.type === 'send' && request.action === undefined) {
      const { id, content, replyTo } = request;
      this.#add(this.#threadOf(request), {
        key: id,
        at: new Date().toISOString(),
        content,
        ...(replyTo === undefined ? {} : { replyTo }),
      });
    }
  }

  showFile({ key, conversation, at, file, name, caption, replyTo }: OutgoingFile): void {
    this.#add(this.threads.of(conversation), {
      key,
      at,
      content: { kind: 'media', mime: file.type, size: file.size, name, caption },
      ...(replyTo === undefined ? {} : { replyTo }),
    });
  }

  /** What is not said of a line any more is gone: it is on its way, or was refused, or waits for its answer. */
  change(
    conversation: ConversationId,
    key: MessageId,
    state: Partial<Pick<MessageLine, 'upload' | 'refused' | 'content'>>,
  ): void {
    const thread = this.threads.of(conversation);
    thread.pending = thread.pending.map((line) => {
      const { upload: _upload, refused: _refused, ...rest } = line;
      return line.key === key ? { ...rest, ...state } : line;
    });
    this.changed();
  }

  /** It is in the log, or given up. */
  remove(thread: Thread, key: MessageId): void {
    if (thread.pending.some((line) => line.key === key)) {
      thread.pending = thread.pending.filter((line) => line.key !== key);
      this.changed();
    }
  }

  /** The server does not want it. */
  refused(request: Request, failure: Failure): void {
    if (request.type === 'group') {
      return; // Whoever has asked is told.
    }
    if (request.action !== undefined) {
      this.problem(failure.code);
      return;
    }
    this.show(request);
    this.change(this.#threadOf(request).id, request.id, { refused: failure.code });
  }

  #add(thread: Thread, line: Pick<MessageLine, 'key' | 'at' | 'content' | 'replyTo'>): void {
    if (!thread.pending.some((pending) => pending.key === line.key)) {
      const untouched = { edited: false, retracted: false, pinned: false, reactions: [] };
      thread.pending = [...thread.pending, { kind: 'message', from: thread.me, ...line, ...untouched }];
      this.changed();
    }
  }

  #threadOf(request: Extract<Request, { type: 'send' }>): Thread {
    return 'user' in request.to ? this.threads.with(request.to.user) : this.threads.of(request.to.conversation);
  }
}

function recipientOf(thread: Thread): Recipient {
  return thread.peer === undefined ? { conversation: thread.id } : { user: thread.peer };
}
