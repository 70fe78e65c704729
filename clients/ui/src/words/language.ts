import { ar } from './ar.js';
import { de } from './de.js';
import { en, type Words } from './en.js';

const TABLES: Readonly<Record<string, Words>> = { en, de, ar };
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);
const DAY_MS = 86_400_000;
/** Seconds of each. */
const SPANS = { day: 86_400, hour: 3_600, minute: 60, second: 1 } as const;

type Keys<Kind> = { [Key in keyof Words]: Words[Key] extends Kind ? Key : never }[keyof Words];
type Texts = Keys<string>;
type Plurals = Exclude<keyof Words, Texts | 'reasons'>;

/** Words, numbers and times of one language. */
export class Language {
  readonly #words: Words;
  readonly #rules: Intl.PluralRules;
  readonly #time: Intl.DateTimeFormat;
  readonly #weekday: Intl.DateTimeFormat;
  readonly #date: Intl.DateTimeFormat;
  readonly #day: Intl.DateTimeFormat;
  readonly #number: Intl.NumberFormat;

  /** `tag` is of BCP 47; what is not there is said in English. */
  constructor(readonly tag: string) {
    this.#words = TABLES[tag.split('-')[0]!] ?? en;
    this.#rules = new Intl.PluralRules(tag);
    this.#time = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit' });
    this.#weekday = new Intl.DateTimeFormat(tag, { weekday: 'short' });
    this.#date = new Intl.DateTimeFormat(tag, { day: '2-digit', month: '2-digit', year: '2-digit' });
    this.#day = new Intl.DateTimeFormat(tag, { weekday: 'long', day: 'numeric', month: 'long' });
    this.#number = new Intl.NumberFormat(tag);
  }

  static readonly tags: readonly string[] = Object.keys(TABLES);

  /** The first of the browser's languages that there are words for. */
  static preferred(wanted: readonly string[]): string {
    return wanted.find((tag) => Object.hasOwn(TABLES, tag.split('-')[0]!)) ?? 'en';
  }

  get direction(): 'ltr' | 'rtl' {
    return RIGHT_TO_LEFT.has(this.tag.split('-')[0]!) ? 'rtl' : 'ltr';
  }

  say(key: Texts, values: Readonly<Record<string, string>> = {}): string {
    return fill(this.#words[key], values);
  }

  count(key: Plurals, count: number): string {
    const forms = this.#words[key] as { readonly other: string; readonly [rule: string]: string };
    return fill(forms[this.#rules.select(count)] ?? forms.other, { count: this.number(count) });
  }

  /** Why something was refused, by the code of the server. */
  reason(code: string): string {
    const { reasons } = this.#words;
    return fill(Object.hasOwn(reasons, code) ? reasons[code as keyof typeof reasons] : reasons.other, { code });
  }

  number(value: number): string {
    return this.#number.format(value);
  }

  /** How large a file is. */
  bytes(count: number): string {
    const power = Math.min(3, Math.floor(Math.log(Math.max(1, count)) / Math.log(1_000)));
    const unit = (['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const)[power]!;
    const format = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: power < 2 ? 0 : 1 } as const;
    return new Intl.NumberFormat(this.tag, format).format(count / 1_000 ** power);
  }

  /** How long it is, in the largest unit that says it whole. */
  span(seconds: number): string {
    const [unit, size] = Object.entries(SPANS).find(([, each]) => seconds % each === 0)!;
    return new Intl.NumberFormat(this.tag, { style: 'unit', unit, unitDisplay: 'long' }).format(seconds / size);
  }

  /** The time of day. */
  time(at: string): string {
    return this.#time.format(new Date(at));
  }

  /** As short as it is clear: a time today, a weekday this week, then a date. */
  short(at: string, now = new Date()): string {
    const days = daysBetween(new Date(at), now);
    if (days === 0) {
      return this.time(at);
    }
    if (days === 1) {
      return this.say('yesterday');
    }
    return (days < 7 ? this.#weekday : this.#date).format(new Date(at));
  }

  /** What stands above the messages of a day. */
  day(at: string, now = new Date()): string {
    const days = daysBetween(new Date(at), now);
    return days === 0 ? this.say('today') : days === 1 ? this.say('yesterday') : this.#day.format(new Date(at));
  }
}

/** Whether two moments are on one day, here. */
export function onOneDay(one: string, other: string): boolean {
  return daysBetween(new Date(one), new Date(other)) === 0;
}

function daysBetween(earlier: Date, later: Date): number {
  const midnight = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((midnight(later) - midnight(earlier)) / DAY_MS);
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
