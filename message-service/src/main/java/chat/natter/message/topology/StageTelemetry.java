package chat.natter.message.topology;

/** What tells of one task of a stage: the figures are the stage's, the record is the task's own. */
record StageTelemetry(StageMeters meters, FollowedRecord followed) {}
