package chat.natter.presence.streams;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.util.function.Function;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** A store's values as Protobuf. */
final class StoredBytes {
    private StoredBytes() {}

    static <T, M extends MessageLite> Serde<T> of(Function<T, M> write, Parser<M> parser, Function<M, T> read) {
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : write.apply(value).toByteArray(),
                (topic, bytes) -> bytes == null ? null : read.apply(parse(parser, bytes)));
    }

    private static <M extends MessageLite> M parse(Parser<M> parser, byte[] bytes) {
        try {
            return parser.parseFrom(bytes);
        } catch (InvalidProtocolBufferException broken) {
            throw new SerializationException("a stored value is not readable", broken);
        }
    }
}
