package chat.natter.client.rest;

import org.jspecify.annotations.Nullable;

/**
 * A file to be uploaded.
 *
 * @param size in bytes
 * @param sha256 in hexadecimal: of the bytes; if it comes in parts, of the parts' hashes
 * @param partSize in bytes; absent for a file that travels in one PUT
 */
public record MediaFile(
        String mime,
        long size,
        String sha256,
        String name,
        @Nullable Integer partSize) {}
