#!/bin/sh
# Generated from chat.natter.contract.Topic. Creates the topics that are missing; existing ones stay as they are.
# BOOTSTRAP, PARTITIONS (for ever: docs/adr/0001) and REPLICATION are given from outside; COMMAND_CONFIG is a
# file with the admin's credentials, if Kafka asks for any.
set -eu
kafka_topics=${KAFKA_TOPICS:-/opt/kafka/bin/kafka-topics.sh}

create() {
    name=$1
    shift
    "$kafka_topics" --bootstrap-server "$BOOTSTRAP" ${COMMAND_CONFIG:+--command-config "$COMMAND_CONFIG"} \
        --create --if-not-exists --topic "$name" --partitions "$PARTITIONS" --replication-factor "$REPLICATION" "$@"
}

create chat.commands --config cleanup.policy=delete --config retention.ms=604800000
create chat.events --config cleanup.policy=delete --config retention.ms=2592000000
create chat.inbox --config cleanup.policy=delete --config retention.ms=604800000
create chat.sessions --config cleanup.policy=delete --config retention.ms=604800000
create chat.gateways --config cleanup.policy=compact --config min.cleanable.dirty.ratio=0.1
create chat.presence --config cleanup.policy=compact --config min.cleanable.dirty.ratio=0.1
create chat.watches --config cleanup.policy=delete --config retention.ms=86400000
create chat.typing --config cleanup.policy=delete --config retention.ms=60000 --config segment.ms=60000
create chat.pulls --config cleanup.policy=delete --config retention.ms=600000 --config segment.ms=600000
create chat.marks --config cleanup.policy=delete --config retention.ms=604800000
create chat.readers --config cleanup.policy=compact --config min.cleanable.dirty.ratio=0.1
create chat.notifications --config cleanup.policy=delete --config retention.ms=86400000
create chat.accounts --config cleanup.policy=compact --config min.cleanable.dirty.ratio=0.1
create chat.audit --config cleanup.policy=delete --config retention.ms=31536000000
create chat.dead-letters --config cleanup.policy=delete --config retention.ms=2592000000
