package chat.natter.client.rest;

import chat.natter.contract.MediaId;
import com.fasterxml.jackson.databind.JsonNode;

/** How an announced file gets to the object store. */
public sealed interface UploadSlot {
    MediaId mediaId();

    /** It is there: the same user has uploaded and sent it before. */
    record Known(MediaId mediaId, JsonNode preview) implements UploadSlot {}

    record OnePut(MediaId mediaId, SignedPut put) implements UploadSlot {}

    /** Each part gets an address of its own. */
    record InParts(MediaId mediaId) implements UploadSlot {}
}
