import type { MessageLine } from '../model/lines.js';
import type { Messenger } from '../model/messenger.js';
import type { Thread } from '../model/thread.js';
import { language } from '../words/current.js';
import { nameOf, textOf, titleOf } from './say.js';

/**
 * Tells by the browser's own notifications of messages that come in while nobody looks at the page: one for each conversation,
 * about its newest message, in however many tabs. A click opens it.
 */
export class Notifications {
  #stop: (() => void) | undefined;

  constructor(
    private readonly messenger: Messenger,
    private readonly open: (thread: Thread) => void,
  ) {}

  /** Asks whether they are welcome, as browsers want it in answer to something that the user does. */
  static async ask(): Promise<boolean> {
    return 'Notification' in globalThis && (await Notification.requestPermission()) === 'granted';
  }

  start(): void {
    this.#stop ??= this.messenger.onMessage((thread, line) => this.#tell(thread, line));
  }

  stop(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  #tell(thread: Thread, line: MessageLine): void {
    if (document.visibilityState === 'visible' && document.hasFocus()) {
      return;
    }
    const { messenger } = this;
    const words = language();
    const text = textOf(line, words);
    const author = thread.peer === undefined && !thread.isTopic ? nameOf(messenger, line.from) : '';
    let told: Notification;
    try {
      told = new Notification(titleOf(messenger, thread, words), {
        body: author === '' ? text : `${author}: ${text}`,
        tag: thread.id,
        lang: words.tag,
        dir: words.direction,
      });
    } catch {
      return; // Browsers of phones leave that to pushes, which come when the page is not there at all.
    }
    told.onclick = () => {
      window.focus();
      told.close();
      this.open(thread);
    };
  }
}
