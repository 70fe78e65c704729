import { LitElement, type PropertyValues } from 'lit';
import type { Messenger } from '../model/messenger.js';
import { language, onLanguage } from '../words/current.js';
import type { Language } from '../words/language.js';
import { theme } from './theme.js';

/** What every component has: the theme and the language of the page. */
export abstract class NatterElement extends LitElement {
  static override styles = [theme];
  readonly #ends: (() => void)[] = [];

  protected get language(): Language {
    return language();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.untilGone(onLanguage(() => this.requestUpdate()));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#ends.splice(0).forEach((end) => end());
  }

  /** Ends something when the component leaves the page. */
  protected untilGone(end: () => void): void {
    this.#ends.push(end);
  }

  /** Tells the page, through every shadow root in between. */
  protected tell(type: string, detail: unknown = undefined): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

/** A component that shows something of a messenger, and again whenever that has changed. */
export abstract class MessengerElement extends NatterElement {
  static override properties = { messenger: { attribute: false } };
  declare messenger: Messenger | undefined;
  #followed: Messenger | undefined;
  #unfollow: () => void = () => undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unfollow();
    this.#followed = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#follow();
  }

  #follow(): void {
    if (this.isConnected && this.#followed !== this.messenger) {
      this.#unfollow();
      this.#followed = this.messenger;
      this.#unfollow = this.messenger?.subscribe(() => this.requestUpdate()) ?? (() => undefined);
    }
  }
}

/** Registers a component, once however often its module is loaded. */
export function define(name: string, element: CustomElementConstructor): void {
  if (customElements.get(name) === undefined) {
    customElements.define(name, element);
  }
}
