/** A piece of what somebody wrote. */
export type Piece =
  | { readonly kind: 'text' | 'bold' | 'italic' | 'struck' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

const MARKS = { '*': 'bold', _: 'italic', '~': 'struck', '`': 'code' } as const;
/** Addresses, and words between marks that stand at the edges of words. */
const PIECE =
  /(?<link>\bhttps?:\/\/[^\s<>"'`]+)|(?<![\p{L}\p{N}])(?<mark>[*_~`])(?<marked>(?=\S)[^\n]*?\S)\k<mark>(?![\p{L}\p{N}])/gu;
/** What ends a sentence and not an address. */
const AFTER_LINK = /[.,;:!?)\]}]+$/;

/** Divides a text into pieces that are shown as what they are; never into markup of its author's. */
export function divide(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  const plain = (until: number) => {
    if (until > end) {
      pieces.push({ kind: 'text', text: text.slice(end, until) });
    }
  };
  for (const match of text.matchAll(PIECE)) {
    const { link, mark, marked } = match.groups!;
    const shown = link?.replace(AFTER_LINK, '');
    const href = shown === undefined ? undefined : toHref(shown);
    plain(match.index);
    if (shown !== undefined && href !== undefined) {
      pieces.push({ kind: 'link', text: shown, href });
      end = match.index + shown.length;
    } else if (mark !== undefined && marked !== undefined) {
      pieces.push({ kind: MARKS[mark as keyof typeof MARKS], text: marked });
      end = match.index + match[0].length;
    } else {
      end = match.index;
    }
  }
  plain(text.length);
  return pieces;
}

/** Pictures with their colours and what joins them; the set of all sequences takes a second to compile. */
const ONLY_EMOJI =
  /^(?:(?:\p{Extended_Pictographic}|\p{Regional_Indicator}{2})(?:\uFE0F|\p{Emoji_Modifier}|\u200D\p{Extended_Pictographic})*\s?){1,3}$/u;

/** Up to three emoji and nothing else are shown large. */
export function isOnlyEmoji(text: string): boolean {
  return ONLY_EMOJI.test(text);
}

function toHref(link: string): string | undefined {
  return URL.canParse(link) ? new URL(link).href : undefined;
}
