package chat.natter.media.preview;

import com.google.protobuf.ByteString;
import org.jspecify.annotations.Nullable;

/** A preview, and its picture if it has one. */
record Made(Preview preview, @Nullable ByteString thumbnail) {}
