package chat.natter.client.rest;

/**
 * A file to be uploaded.
 *
 * @param size in bytes
 * @param sha256 in hexadecimal
 */
public record MediaFile(String mime, long size, String sha256, String name) {}
