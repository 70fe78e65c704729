import { css, html, type TemplateResult } from 'lit';
import { NatterElement } from './element.js';
import { icon, type IconName } from './icons.js';
import { theme } from './theme.js';

/** Where a menu opens, in the window, and what had the focus before. */
export interface MenuPlace {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly back: HTMLElement;
}

const WIDTH = 264;
const HEIGHT = 400;

/** Beside what it is about. */
export function menuPlace(beside: HTMLElement): MenuPlace {
  const { left, width, top, bottom } = beside.getBoundingClientRect();
  return { x: left + width / 2, top, bottom, back: beside };
}

/** A menu: arrows move in it, Escape and a click beside it close it. Tells `natter-deed` once, and is to be taken away then. */
export abstract class MenuElement<Deed> extends NatterElement {
  static override properties = { place: { attribute: false } };
  declare place: MenuPlace;

  static override styles = [
    theme,
    css`
      .shade {
        position: fixed;
        inset: 0;
        z-index: 20;
      }
      .menu {
        position: fixed;
        z-index: 21;
        inline-size: 264px;
        padding: 6px;
        border-radius: 18px;
        background: var(--_raised);
        box-shadow: var(--_float);
        animation: open 0.16s var(--_ease);
      }
      @keyframes open {
        from {
          opacity: 0;
          transform: scale(0.92);
        }
      }
      .item {
        display: flex;
        align-items: center;
        gap: 12px;
        inline-size: 100%;
        padding: 9px 12px;
        border-radius: 12px;
        text-align: start;
      }
      .item:hover,
      .item:focus-visible {
        background: var(--_hover);
      }
      .item svg {
        color: var(--_muted);
      }
      .item.danger,
      .item.danger svg {
        color: var(--_danger);
      }
    `,
  ];

  override render(): TemplateResult {
    const { place } = this;
    const left = Math.max(8, Math.min(place.x - WIDTH / 2, innerWidth - WIDTH - 8));
    const block =
      place.bottom < innerHeight - HEIGHT
        ? `top: ${place.bottom + 6}px`
        : `bottom: ${Math.max(8, Math.min(innerHeight - place.top + 6, innerHeight - HEIGHT))}px`;
    return html`
      <div class="shade" @click=${() => this.close()}></div>
      <div
        class="menu"
        role="menu"
        aria-label=${this.language.say('menu')}
        .style=${`left: ${left}px; ${block}`}
        @keydown=${(event: KeyboardEvent) => this.#key(event)}
      >
        ${this.items()}
      </div>
    `;
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }

  /** What stands in it: elements of the role `menuitem`. */
  protected abstract items(): unknown;

  /** Does nothing. */
  protected abstract close(): void;

  protected item(picture: IconName, words: string, deed: Deed, look = ''): TemplateResult {
    return html`<button class="item ${look}" role="menuitem" @click=${() => this.do(deed)}>
      ${icon(picture, 20)}${words}
    </button>`;
  }

  protected do(deed: Deed): void {
    this.tell('natter-deed', deed);
  }

  #key(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      event.stopPropagation();
      this.close();
    } else if (step !== undefined) {
      event.preventDefault();
      const items = [...this.renderRoot.querySelectorAll<HTMLElement>('[role=menuitem]')];
      const at = items.indexOf(this.shadowRoot!.activeElement as HTMLElement);
      items[(at + step + items.length) % items.length]?.focus();
    }
  }
}
