package chat.natter.media.storage;

import software.amazon.awssdk.services.s3.S3Client;

/** A client for what S3 may think about for minutes: joining the parts of a large file. */
record PatientS3(S3Client client) {}
