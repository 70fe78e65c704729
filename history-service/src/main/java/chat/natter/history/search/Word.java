package chat.natter.history.search;

/**
 * One word of a text, as it is compared with others.
 *
 * @param position counts the words; of a Chinese, Japanese or Korean text every character, and every pair that begins
 *     with it, has a position
 * @param start the index of its first UTF-16 code unit
 * @param end the index after its last one
 * @param term in lower case, without diacritics
 * @param stem what its forms have in common in the text's language; the term itself if nothing else
 */
record Word(int position, int start, int end, String term, String stem) {}
