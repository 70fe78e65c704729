/**
 * What a receiver sees before loading a file: a thumbnail, measures, a BlurHash, a waveform. Made after the upload is
 * complete, by few workers within bounds of memory and time; {@code MakePreview} first.
 */
@NullMarked
package chat.natter.media.preview;

import org.jspecify.annotations.NullMarked;
