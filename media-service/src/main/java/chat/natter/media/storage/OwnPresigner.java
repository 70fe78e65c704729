package chat.natter.media.storage;

import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Signs addresses as this service itself reaches S3. */
record OwnPresigner(S3Presigner presigner) {}
