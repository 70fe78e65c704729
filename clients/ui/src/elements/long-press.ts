import { Directive, PartType, directive, type ElementPart, type PartInfo } from 'lit/directive.js';

/** As long as systems take it for a long press. */
const HELD_MS = 500;
/** So far a finger that rests may move. */
const REST_PX = 10;

type Then = (element: Element) => void;

/**
 * Calls back when a finger rests on an element. For what has a `contextmenu` too, which browsers on iOS never tell; the finger
 * that leaves then clicks nothing.
 */
class LongPress extends Directive {
  #element: Element | undefined;
  #then: Then = () => undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #from: Touch | undefined;
  #isHeld = false;

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) {
      throw new TypeError('what is pressed is an element');
    }
  }

  render(_then: Then): void {}

  override update({ element }: ElementPart, [then]: [Then]): void {
    this.#then = then;
    if (this.#element === undefined) {
      this.#element = element;
      element.addEventListener('touchstart', (event) => this.#begin(event as TouchEvent), { passive: true });
      element.addEventListener('touchmove', (event) => this.#move(event as TouchEvent), { passive: true });
      element.addEventListener('touchend', (event) => this.#end(event));
      element.addEventListener('touchcancel', () => this.#giveUp());
    }
  }

  #begin({ touches }: TouchEvent): void {
    this.#giveUp();
    this.#isHeld = false;
    if (touches.length === 1) {
      this.#from = touches[0];
      this.#timer = setTimeout(() => {
        this.#isHeld = true;
        this.#then(this.#element!);
      }, HELD_MS);
    }
  }

  #move({ touches: [to] }: TouchEvent): void {
    const from = this.#from;
    if (from === undefined || to === undefined || distance(from, to) > REST_PX) {
      this.#giveUp();
    }
  }

  #end(event: Event): void {
    this.#giveUp();
    if (this.#isHeld) {
      event.preventDefault();
    }
  }

  #giveUp(): void {
    clearTimeout(this.#timer);
    this.#from = undefined;
  }
}

function distance(from: Touch, to: Touch): number {
  return Math.hypot(to.clientX - from.clientX, to.clientY - from.clientY);
}

export const onLongPress = directive(LongPress);
