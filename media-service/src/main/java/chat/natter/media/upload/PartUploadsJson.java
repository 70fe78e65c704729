package chat.natter.media.upload;

import java.util.List;

/** Where to put the parts that were asked for. */
record PartUploadsJson(List<PartUploadJson> parts) {
    PartUploadsJson {
        parts = List.copyOf(parts);
    }

    record PartUploadJson(int number, UploadJson upload) {}
}
