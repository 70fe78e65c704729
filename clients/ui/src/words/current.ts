import { Language } from './language.js';

let current = new Language(Language.preferred(typeof navigator === 'undefined' ? [] : navigator.languages));
const listeners = new Set<() => void>();

/** The language of all components of this page: at first the first of the browser's that there are words for. */
export function language(): Language {
  return current;
}

export function useLanguage(tag: string): void {
  current = new Language(tag);
  listeners.forEach((listener) => listener());
}

/** Calls back when another language is used. The answer ends it. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
