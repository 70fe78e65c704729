package chat.natter.deploy.compatibility;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Records of a message that together set every field there is: one for each choice of its oneofs. */
final class MakeRecords {
    private static final String ID = "01jd3zk8x0000000000000000";

    private MakeRecords() {}

    /** By the choices that were made: {@code group-created}. */
    static Map<String, Message> of(Message empty) {
        Map<String, Message> records = new LinkedHashMap<>();
        Message.Builder plain = empty.newBuilderForType();
        Descriptor type = empty.getDescriptorForType();
        for (FieldDescriptor field : type.getFields()) {
            if (field.getRealContainingOneof() == null) {
                fill(plain, field);
            }
        }
        for (FieldDescriptor field : type.getFields()) {
            if (isMessage(field) && !field.isRepeated()) {
                boolean chosen = field.getRealContainingOneof() != null;
                of(plain.newBuilderForField(field).getDefaultInstanceForType()).forEach((name, value) -> {
                    String choice = chosen ? join(field.getName().replace('_', '-'), name) : name;
                    if (!choice.isEmpty()) {
                        records.put(choice, plain.clone().setField(field, value).build());
                    }
                });
            }
        }
        if (records.isEmpty()) {
            records.put("", plain.build());
        }
        return records;
    }

    private static String join(String choice, String below) {
        return below.isEmpty() ? choice : choice + "-" + below;
    }

    private static void fill(Message.Builder into, FieldDescriptor field) {
        if (!field.isRepeated()) {
            into.setField(field, isMessage(field) ? first(into, field) : value(field, "a"));
        } else if (isMessage(field)) {
            of(into.newBuilderForField(field).getDefaultInstanceForType())
                    .values()
                    .forEach(value -> into.addRepeatedField(field, value));
        } else {
            into.addRepeatedField(field, value(field, "b"));
            into.addRepeatedField(field, value(field, "c"));
        }
    }

    private static Message first(Message.Builder into, FieldDescriptor field) {
        return of(into.newBuilderForField(field).getDefaultInstanceForType())
                .values()
                .iterator()
                .next();
    }

    private static boolean isMessage(FieldDescriptor field) {
        return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
    }

    private static Object value(FieldDescriptor field, String last) {
        return switch (field.getJavaType()) {
            case STRING -> text(field.getName(), last);
            case BYTE_STRING -> bytes(field.getName());
            case BOOLEAN -> true;
            case INT -> 10 + field.getNumber();
            // Moments, in milliseconds, and numbers that need more than 32 bits.
            case LONG -> 1_764_460_800_000L + field.getNumber();
            case ENUM -> lastConstant(field);
            case FLOAT, DOUBLE, MESSAGE -> throw new IllegalArgumentException("no value for " + field.getFullName());
        };
    }

    private static EnumValueDescriptor lastConstant(FieldDescriptor field) {
        List<EnumValueDescriptor> constants =
                new ArrayList<>(field.getEnumType().getValues());
        return constants.get(constants.size() - 1);
    }

    private static String text(String name, String last) {
        return switch (name) {
            case "user", "from", "peer", "viewer", "owner", "to", "by", "members", "users", "blocked", "contacts" ->
                ID + last;
            case "device", "devices", "session", "sign_in" -> ID + "d";
            case "conversation" -> "g-" + ID + "g";
            case "gateway" -> "gateway-1";
            default -> name.replace('_', ' ') + ": ä, 日本, 👋";
        };
    }

    private static ByteString bytes(String name) {
        return switch (name) {
            case "content" -> ByteString.copyFrom("{\"kind\":\"text\",\"text\":\"ä, 日本, 👋\"}", StandardCharsets.UTF_8);
            case "code_hash" -> counting(32);
            default -> counting(16);
        };
    }

    private static ByteString counting(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (0xf0 + i);
        }
        return ByteString.copyFrom(bytes);
    }
}
