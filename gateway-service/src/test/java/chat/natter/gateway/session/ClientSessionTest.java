package chat.natter.gateway.session;

import static chat.natter.gateway.session.OneSession.ALICE;
import static chat.natter.gateway.session.OneSession.BOB;
import static chat.natter.gateway.session.OneSession.BURST;
import static chat.natter.gateway.session.OneSession.CAROL;
import static chat.natter.gateway.session.OneSession.CONTENT_BYTES;
import static chat.natter.gateway.session.OneSession.GATEWAY;
import static chat.natter.gateway.session.OneSession.HEARTBEAT;
import static chat.natter.gateway.session.OneSession.PHONE;
import static chat.natter.gateway.session.OneSession.WITH_BOB;
import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.CloseCode;
import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.MissedDelivery;
import chat.natter.contract.record.ReceiptDelivery;
import chat.natter.contract.record.Refused;
import chat.natter.contract.record.Send;
import chat.natter.contract.record.Sent;
import chat.natter.contract.record.SessionClosed;
import chat.natter.contract.record.SessionRecord;
import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every rule of natter.v1 that a gateway decides by itself. */
final class ClientSessionTest {
    private static final String ID = "01930e2f-6d2b-7c41-9f52-1b2f0c1d2e3f";
    private static final String TO_BOB = "{\"user\":\"" + BOB.value() + "\"}";
    private static final String TEXT = "{\"kind\":\"text\",\"text\":\"hi\"}";

    private final OneSession one = new OneSession();

    private ServerFrame.Failure onlyFailure() {
        assertThat(one.socket.frames(ServerFrame.Failure.class)).hasSize(1);
        return one.socket.frames(ServerFrame.Failure.class).get(0);
    }

    @Nested
    final class TheFirstFrame {
        @Test
        void welcomesAGoodTokenAndAnnouncesTheSession() {
            // When
            one.openedAt(7);

            // Then
            assertThat(one.socket.frames()).hasSize(1);
            ServerFrame.Welcome welcome =
                    one.socket.frames(ServerFrame.Welcome.class).get(0);
            assertThat(welcome.userId()).isEqualTo(ALICE);
            assertThat(welcome.deviceId()).isEqualTo(PHONE);
            assertThat(welcome.gatewayId()).isEqualTo(GATEWAY);
            assertThat(welcome.position()).isEqualTo(7);
            assertThat(welcome.ticket()).isEqualTo(FakeCredentials.TICKET);
            assertThat(welcome.heartbeatSeconds()).isEqualTo(25);
            assertThat(welcome.limits()).isEqualTo(new ServerFrame.Limits(4_096, CONTENT_BYTES, OneSession.WINDOW, 1));
            assertThat(welcome.serverTime()).isEqualTo(one.clock.instant());
            assertThat(one.registry.open()).containsOnlyKeys(welcome.sessionId().value());
            assertThat(one.publisher.records()).hasSize(1);
            SessionRecord opened = one.publisher.records().get(0);
            assertThat(opened.getSession()).isEqualTo(welcome.sessionId().value());
            assertThat(opened.getDevice()).isEqualTo(PHONE.value());
            assertThat(opened.getGateway()).isEqualTo(GATEWAY.value());
            assertThat(opened.getGatewayEpoch()).isEqualTo(OneSession.EPOCH);
            assertThat(opened.getOpened().getPosition()).isEqualTo(7);
            assertThat(one.traffic.openedByToken).isOne();
        }

        @Test
        void welcomesAGoodTicketAndTakesPositionZeroIfNoneIsSaid() {
            // When
            one.receive("{\"type\":\"hello\",\"ticket\":\"" + FakeCredentials.TICKET + "\"}");

            // Then
            assertThat(one.socket.frames(ServerFrame.Welcome.class))
                    .extracting(ServerFrame.Welcome::position)
                    .containsExactly(0L);
            assertThat(one.traffic.openedByTicket).isOne();
        }

        @Test
        void closesOnABadCredentialWithoutAnnouncingAnything() {
            // When
            one.receive("{\"type\":\"hello\",\"token\":\"forged\"}");

            // Then
            assertThat(one.socket.closes()).containsExactly(CloseCode.UNAUTHENTICATED);
            assertThat(one.socket.frames()).isEmpty();
            assertThat(one.publisher.records()).isEmpty();
            assertThat(one.registry.open()).isEmpty();
        }

        @Test
        void isSentElsewhereAsLongAsNoTokenCanBeChecked() {
            // Given
            one.credentials.hasKeys = false;

            // When
            one.receive("{\"type\":\"hello\",\"token\":\"" + FakeCredentials.TOKEN + "\"}");

            // Then
            assertThat(one.socket.closes()).containsExactly(CloseCode.DRAINING);
            assertThat(one.registry.open()).isEmpty();
        }

        @Test
        void mayNotBeAnotherFrame() {
            // When
            one.send(ID, TO_BOB, TEXT);

            // Then
            assertThat(one.socket.closes()).containsExactly(CloseCode.UNAUTHENTICATED);
            assertThat(one.publisher.commands()).isEmpty();
        }

        @Test
        void mustComeInTime() {
            // When
            one.tickAfter(Duration.ofSeconds(5));

            // Then
            assertThat(one.socket.closes()).isEmpty();

            // When
            one.tickAfter(Duration.ofMillis(1));
            one.session.tick();

            // Then
            assertThat(one.socket.closes()).containsExactly(CloseCode.NO_HELLO);
            assertThat(one.traffic.closed).containsExactly(CloseCode.NO_HELLO);
        }

        @Test
        void comesOnce() {
            // Given
            one.opened();

            // When
            one.opened();

            // Then
            assertThat(onlyFailure().code()).isEqualTo("bad_request");
            assertThat(one.socket.closes()).isEmpty();
            assertThat(one.registry.open()).hasSize(1);
            assertThat(one.publisher.records()).hasSize(1);
        }
    }

    @Nested
    final class Sending {
        @Test
        void publishesACommandUntouched() {
            // Given
            one.opened();
            String session = one.registry.open().keySet().iterator().next();

            // When
            one.receive("{\"type\":\"send\",\"id\":\"" + ID + "\",\"to\":" + TO_BOB + ",\"content\":" + TEXT
                    + ",\"replyTo\":3,\"expiresIn\":60}");

            // Then
            assertThat(one.publisher.commands()).hasSize(1);
            FakePublisher.Published published = one.publisher.commands().get(0);
            assertThat(published.conversation()).isEqualTo(WITH_BOB);
            assertThat(published.at()).isEqualTo(one.clock.millis());
            assertThat(published.command().getUser()).isEqualTo(ALICE.value());
            assertThat(published.command().getDevice()).isEqualTo(PHONE.value());
            assertThat(published.command().getSession()).isEqualTo(session);
            assertThat(published.command().getGateway()).isEqualTo(GATEWAY.value());
            assertThat(published.command().getSend().getMessageId().toByteArray())
                    .isEqualTo(MessageId.parse(ID).toBytes());
            assertThat(published.command().getSend().getContent().toStringUtf8())
                    .isEqualTo(TEXT);
            assertThat(published.command().getSend().getReplyTo()).isEqualTo(3);
            assertThat(published.command().getSend().getExpiresIn()).isEqualTo(60);
            assertThat(one.socket.frames(ServerFrame.Sent.class)).isEmpty();
        }

        @Test
        void passesOnHowOftenAMessageWasForwardedAndWhomItMentions() {
            // Given
            one.opened();

            // When
            one.receive("{\"type\":\"send\",\"id\":\"" + ID + "\",\"to\":" + TO_BOB + ",\"content\":" + TEXT
                    + ",\"forwarded\":2,\"mentions\":[\"" + BOB.value() + "\"],\"mentionsAll\":true}");

            // Then
            Send send = one.publisher.commands().get(0).command().getSend();
            assertThat(send.getForwarded()).isEqualTo(2);
            assertThat(send.getMentions().getUsersList()).containsExactly(BOB.value());
            assertThat(send.getMentions().getAll()).isTrue();
        }

        @Test
        void letsNobodyElseSetTheTimerOfTwo() {
            // Given
            one.opened();
            String frame = "{\"type\":\"group\",\"id\":\"" + ID + "\",\"conversation\":\"%s\","
                    + "\"action\":\"settings\",\"settings\":{\"expireAfter\":60}}";

            // When
            one.receive(frame.formatted(WITH_BOB));
            one.receive(frame.formatted(ConversationId.direct(BOB, CAROL)));

            // Then
            assertThat(one.publisher.commands())
                    .extracting(FakePublisher.Published::conversation)
                    .containsExactly(WITH_BOB);
            assertThat(onlyFailure().code()).isEqualTo("not_a_member");
        }

        @Test
        void letsMessagesSpreadToAFewConversationsAtOnce() {
            // Given
            one.opened();

            // When
            forward(BOB, 1);
            forward(CAROL, 5);
            forward(ALICE, 1);

            // Then
            assertThat(one.publisher.commands()).hasSize(2);
            assertThat(onlyFailure().code()).isEqualTo("rate_limited");
            assertThat(onlyFailure().retryAfterMs()).isEqualTo((int) OneSession.FORWARD_WITHIN.toMillis());
        }

        @Test
        void letsWhatWasPassedOnManyTimesSpreadToOneConversationAtOnce() {
            // Given
            one.opened();

            // When
            forward(BOB, 6);
            forward(CAROL, 6);

            // Then
            assertThat(one.publisher.commands()).hasSize(1);
            assertThat(onlyFailure().code()).isEqualTo("rate_limited");
        }

        private void forward(UserId to, int forwarded) {
            one.receive("{\"type\":\"send\",\"id\":\"" + UUID.randomUUID() + "\",\"to\":{\"user\":\"" + to.value()
                    + "\"},\"content\":" + TEXT + ",\"forwarded\":" + forwarded + "}");
        }

        @Test
        void takesNotesToOneself() {
            // Given
            one.opened();

            // When
            one.send(ID, "{\"user\":\"" + ALICE.value() + "\"}", TEXT);

            // Then
            assertThat(one.publisher.commands())
                    .extracting(FakePublisher.Published::conversation)
                    .containsExactly(ConversationId.direct(ALICE, ALICE));
        }

        @Test
        void refusesContentOverTheLimitAndTakesItAtTheLimit() {
            // Given
            one.opened();
            String frame = "{\"kind\":\"%s\"}";
            String fits = frame.formatted("x".repeat(CONTENT_BYTES - "{\"kind\":\"\"}".length()));

            // When
            one.send(ID, TO_BOB, fits);
            one.send(ID, TO_BOB, fits + " ");
            one.send(ID, TO_BOB, frame.formatted("x".repeat(CONTENT_BYTES)));

            // Then
            assertThat(one.publisher
                            .commands()
                            .get(0)
                            .command()
                            .getSend()
                            .getContent()
                            .size())
                    .isEqualTo(CONTENT_BYTES);
            assertThat(onlyFailure().code()).isEqualTo("too_large");
            assertThat(onlyFailure().re()).isEqualTo(ID);
            assertThat(one.socket.closes()).isEmpty();
        }

        @Test
        void refusesTheConversationOfOthers() {
            // Given
            one.opened();

            // When
            one.send(ID, "{\"conversation\":\"" + ConversationId.direct(BOB, CAROL) + "\"}", TEXT);

            // Then
            assertThat(onlyFailure().code()).isEqualTo("not_a_member");
            assertThat(onlyFailure().re()).isEqualTo(ID);
            assertThat(one.publisher.commands()).isEmpty();
        }

        @Test
        void refusesTooManyAndSaysHowLongToWait() {
            // Given
            one.opened();

            // When
            for (int i = 0; i < BURST + 1; i++) {
                one.send(ID, TO_BOB, TEXT);
            }

            // Then
            assertThat(one.publisher.commands()).hasSize(BURST);
            assertThat(onlyFailure().code()).isEqualTo("rate_limited");
            assertThat(onlyFailure().re()).isEqualTo(ID);
            assertThat(onlyFailure().retryAfterMs()).isBetween(1, 1_000);
            assertThat(one.socket.closes()).isEmpty();
        }

        @Test
        void closesOnAClientThatIgnoresTheLimitForLong() {
            // Given
            one.opened();

            // When
            for (int i = 0; i < 20 * BURST; i++) {
                one.send(ID, TO_BOB, TEXT);
            }

            // Then
            assertThat(one.socket.closes()).containsExactly(CloseCode.RATE_LIMITED);
        }

        @Test
        void saysUnavailableIfTheCommandIsNotTaken() {
            // Given
            one.opened();
            one.publisher.fill();

            // When
            one.send(ID, TO_BOB, TEXT);

            // Then
            assertThat(onlyFailure().code()).isEqualTo("unavailable");
            assertThat(onlyFailure().re()).isEqualTo(ID);
            assertThat(onlyFailure().retryAfterMs()).isEqualTo(1_000);
        }

        @Test
        void saysUnavailableIfTheCommandCouldNotBeStoredLater() {
            // Given
            one.opened();
            one.send(ID, TO_BOB, TEXT);

            // When
            one.publisher.failAll();

            // Then
            assertThat(onlyFailure().code()).isEqualTo("unavailable");
            assertThat(onlyFailure().re()).isEqualTo(ID);
            assertThat(onlyFailure().traceId()).isEqualTo(FakePublisher.TRACE);
        }

        @Test
        void saysUnderWhichTraceARefusalIsFound() {
            // Given
            one.opened();
            Delivery refused = Delivery.newBuilder()
                    .setRefused(Refused.newBuilder()
                            .setRe(ByteString.copyFrom(new byte[16]))
                            .setProblem("user_unknown"))
                    .build();

            // When
            one.session.deliver(new OneFrame(refused), FakePublisher.TRACE);

            // Then
            assertThat(onlyFailure().code()).isEqualTo("user_unknown");
            assertThat(onlyFailure().traceId()).isEqualTo(FakePublisher.TRACE);
        }

        @Test
        void saysNothingOfItToASocketThatHasEnded() {
            // Given
            one.opened();
            one.send(ID, TO_BOB, TEXT);
            one.session.ended();

            // When
            one.publisher.failAll();

            // Then
            assertThat(one.socket.frames(ServerFrame.Failure.class)).isEmpty();
        }
    }

    @Nested
    final class Acknowledging {
        @Test
        void refusesWhatWasNeverSent() {
            // Given
            one.openedAt(10);
            one.deliverMessage(12);

            // When
            one.ack(13);

            // Then
            assertThat(onlyFailure().code()).isEqualTo("bad_request");
            one.registry.flush();
            assertThat(one.publisher.acknowledged()).isEmpty();
        }

        @Test
        void publishesManyAsTheHighestOne() {
            // Given
            one.opened();
            one.deliverMessage(1);
            one.deliverMessage(2);
            one.deliverMessage(3);

            // When
            one.ack(1);
            one.ack(3);
            one.ack(2);

            // Then
            assertThat(one.publisher.acknowledged()).isEmpty();

            // When
            one.registry.flush();

            // Then
            assertThat(one.publisher.acknowledged()).containsExactly(3L);
        }

        @Test
        void publishesWithTheNextTickWhatNobodyWaitsFor() {
            // Given
            one.opened();
            one.deliverMessageOfGroup(1);
            one.deliverMessageOfGroup(2);

            // When
            one.ack(1);
            one.ack(2);
            one.registry.flush();
            // Then
            assertThat(one.publisher.acknowledged()).isEmpty();

            // When
            one.tickAfter(Duration.ofMillis(500));
            // Then
            assertThat(one.publisher.acknowledged()).containsExactly(2L);

            // When
            one.deliverMessageOfGroup(3);
            one.deliverMessage(4);
            one.deliverMessageOfGroup(5);
            one.ack(5);
            one.registry.flush();
            // Then
            assertThat(one.publisher.acknowledged()).containsExactly(2L, 5L);
        }

        @Test
        void publishesNothingForWhatIsAcknowledgedAlready() {
            // Given
            one.openedAt(10);
            one.deliverMessage(11);
            one.ack(11);
            one.registry.flush();

            // When
            one.ack(11);
            one.ack(5);
            one.registry.flush();

            // Then
            assertThat(one.publisher.acknowledged()).containsExactly(11L);
            assertThat(one.socket.frames(ServerFrame.Failure.class)).isEmpty();
        }

        @Test
        void publishesAtOnceWhenHalfAWindowIsUnderWay() {
            // Given
            one.opened();
            for (int position = 1; position <= OneSession.WINDOW / 2; position++) {
                one.deliverMessage(position);
            }

            // When
            one.ack(1);

            // Then
            assertThat(one.publisher.acknowledged()).containsExactly(1L);

            // When
            one.ack(2);

            // Then
            assertThat(one.publisher.acknowledged()).containsExactly(1L);
        }
    }

    @Nested
    final class Reading {
        @Test
        void publishesTheMark() {
            // Given
            one.opened();

            // When
            one.receive("{\"type\":\"read\",\"conversation\":\"" + WITH_BOB + "\",\"seq\":9}");

            // Then
            assertThat(one.publisher.records(SessionRecord.BodyCase.READ)).hasSize(1);
            SessionRecord read =
                    one.publisher.records(SessionRecord.BodyCase.READ).get(0);
            assertThat(read.getRead().getConversation()).isEqualTo(WITH_BOB.value());
            assertThat(read.getRead().getSeq()).isEqualTo(9);
            assertThat(read.getDevice()).isEqualTo(PHONE.value());
        }

        @Test
        void refusesTheConversationOfOthers() {
            // Given
            one.opened();

            // When
            one.receive("{\"type\":\"read\",\"conversation\":\"" + ConversationId.direct(BOB, CAROL) + "\",\"seq\":9}");

            // Then
            assertThat(onlyFailure().code()).isEqualTo("not_a_member");
            assertThat(one.publisher.records(SessionRecord.BodyCase.READ)).isEmpty();
        }
    }

    @Nested
    final class OtherFrames {
        @Test
        void answersPingWithPongAndPongWithNothing() {
            // Given
            one.opened();

            // When
            one.receive("{\"type\":\"ping\"}");
            one.receive("{\"type\":\"pong\"}");

            // Then
            assertThat(one.socket.frames()).hasSize(2);
            assertThat(one.socket.frames(ServerFrame.Pong.class)).hasSize(1);
        }

        @Test
        void leavesTheSocketOpenForATypeThatItDoesNotKnow() {
            // Given
            one.opened();

            // When
            one.receive("{\"type\":\"wave\",\"id\":\"w1\"}");

            // Then
            assertThat(onlyFailure().code()).isEqualTo("unknown_type");
            assertThat(onlyFailure().re()).isEqualTo("w1");
            assertThat(one.socket.closes()).isEmpty();
        }

        @Test
        void closesOnBrokenJsonAndHearsNothingMore() {
            // Given
            one.opened();

            // When
            one.receive("{\"type\":");
            one.receive("{\"type\":\"ping\"}");

            // Then
            assertThat(onlyFailure().code()).isEqualTo("bad_frame");
            assertThat(one.socket.closes()).containsExactly(CloseCode.BAD_FRAME);
            assertThat(one.socket.frames(ServerFrame.Pong.class)).isEmpty();
            assertThat(one.traffic.refused).containsExactly(Problem.BAD_FRAME);
        }

        @Test
        void leavesTheSocketOpenIfTheBadFrameCanBeNamed() {
            // Given
            one.opened();

            // When
            one.send(ID, "{}", TEXT);

            // Then
            assertThat(onlyFailure().code()).isEqualTo("bad_frame");
            assertThat(onlyFailure().re()).isEqualTo(ID);
            assertThat(one.socket.closes()).isEmpty();
        }
    }

    @Nested
    final class Delivering {
        @Test
        void writesEachPositionOnceAndInOrder() {
            // Given
            one.openedAt(10);

            // When
            one.deliverMessage(10);
            one.deliverMessage(11);
            one.deliverMessage(13);
            one.deliverMessage(12);
            one.deliverMessage(13);

            // Then
            assertThat(one.socket.frames(ServerFrame.Message.class))
                    .extracting(ServerFrame.Message::position)
                    .containsExactly(11L, 13L);
        }

        @Test
        void countsPositionsOfEveryKindAlike() {
            // Given
            one.opened();
            one.deliverMessage(1);

            // When
            for (int twice = 0; twice < 2; twice++) {
                one.session.deliver(Delivery.newBuilder()
                        .setReceipt(ReceiptDelivery.newBuilder()
                                .setPosition(2)
                                .setConversation(WITH_BOB.value())
                                .setUser(BOB.value())
                                .setDelivered(5))
                        .build());
                one.session.deliver(Delivery.newBuilder()
                        .setMissed(MissedDelivery.newBuilder()
                                .setPosition(3)
                                .setConversation(WITH_BOB.value())
                                .setFirst(1)
                                .setLast(4))
                        .build());
            }

            // Then
            assertThat(one.socket.frames(ServerFrame.Receipt.class)).hasSize(1);
            assertThat(one.socket.frames(ServerFrame.Receipt.class).get(0).read())
                    .isNull();
            assertThat(one.socket.frames(ServerFrame.Missed.class)).hasSize(1);
        }

        @Test
        void tellsHowLongALiveMessageTookButNoneOfTheBacklog() {
            // Given
            one.opened();

            // When
            one.deliverMessage(1, Duration.ofHours(3));
            one.deliverSynced(1);
            one.deliverMessage(2, Duration.ofMillis(7));

            // Then
            assertThat(one.traffic.deliveredAfter).containsExactly(7L);
        }

        @Test
        void saysSyncedOnce() {
            // Given
            one.opened();

            // When
            one.deliverSynced(4);
            one.deliverSynced(4);

            // Then
            assertThat(one.socket.frames(ServerFrame.Synced.class)).containsExactly(new ServerFrame.Synced(4));
        }

        @Test
        void passesAnswersOn() {
            // Given
            one.opened();
            ByteString re = ByteString.copyFrom(MessageId.parse(ID).toBytes());

            // When
            one.session.deliver(Delivery.newBuilder()
                    .setSent(Sent.newBuilder()
                            .setRe(re)
                            .setConversation(WITH_BOB.value())
                            .setSeq(8)
                            .setEpoch(2)
                            .setDuplicate(true))
                    .build());
            one.session.deliver(Delivery.newBuilder()
                    .setRefused(
                            Refused.newBuilder().setRe(re).setProblem("blocked").setRetryAfterMillis(5))
                    .build());
            one.session.deliver(Delivery.newBuilder()
                    .setRefused(Refused.newBuilder().setRe(re).setProblem("of a later version"))
                    .build());

            // Then
            ServerFrame.Sent sent = one.socket.frames(ServerFrame.Sent.class).get(0);
            assertThat(sent.re()).isEqualTo(MessageId.parse(ID));
            assertThat(sent.seq()).isEqualTo(8);
            assertThat(sent.epoch()).isEqualTo(2);
            assertThat(sent.duplicate()).isTrue();
            assertThat(one.socket.frames(ServerFrame.Failure.class))
                    .extracting(ServerFrame.Failure::code)
                    .containsExactly("blocked", "internal");
            assertThat(one.socket.frames(ServerFrame.Failure.class))
                    .extracting(ServerFrame.Failure::re)
                    .containsOnly(ID);
        }

        @Test
        void ignoresAKindOfALaterVersion() {
            // Given
            one.opened();

            // When
            one.session.deliver(Delivery.getDefaultInstance());

            // Then
            assertThat(one.socket.frames()).hasSize(1);
            assertThat(one.socket.closes()).isEmpty();
        }

        @Test
        void closesWhenToldTo() {
            // Given
            one.opened();

            // When
            one.deliverClose(CloseCode.REPLACED);
            one.deliverMessage(1);

            // Then
            assertThat(one.socket.closes()).containsExactly(CloseCode.REPLACED);
            assertThat(one.socket.frames(ServerFrame.Message.class)).isEmpty();
        }

        @Test
        void closesOnAClientThatDoesNotRead() {
            // Given
            one.opened();
            one.deliverMessage(1);
            one.socket.fill();

            // When
            one.deliverMessage(2);
            one.deliverMessage(3);

            // Then
            assertThat(one.socket.closes()).containsExactly(CloseCode.IDLE_TIMEOUT);
            assertThat(one.socket.frames(ServerFrame.Message.class)).hasSize(1);
        }

        @Test
        void closesOnAClientThatAsksButDoesNotRead() {
            // Given
            one.opened();
            one.socket.fill();

            // When
            one.receive("{\"type\":\"ping\"}");

            // Then
            assertThat(one.socket.closes()).containsExactly(CloseCode.IDLE_TIMEOUT);
            assertThat(one.socket.frames(ServerFrame.Pong.class)).isEmpty();
        }

        @Test
        void writesNothingBeforeHello() {
            // When
            one.deliverMessage(1);

            // Then
            assertThat(one.socket.frames()).isEmpty();
        }
    }

    @Nested
    final class Ending {
        @Test
        void publishesTheWaitingAcknowledgementThenThatItIsClosed() {
            // Given
            one.opened();
            one.deliverMessage(1);
            one.ack(1);

            // When
            one.session.ended();
            one.session.ended();
            one.registry.flush();

            // Then
            assertThat(one.publisher.records())
                    .extracting(SessionRecord::getBodyCase)
                    .containsExactly(
                            SessionRecord.BodyCase.OPENED,
                            SessionRecord.BodyCase.ACKNOWLEDGED,
                            SessionRecord.BodyCase.CLOSED);
            assertThat(one.publisher.records().get(2).getClosed().getReason()).isEqualTo(SessionClosed.Reason.SOCKET);
            assertThat(one.registry.open()).isEmpty();
        }

        @Test
        void publishesNothingOfASocketThatNeverSaidHello() {
            // When
            one.session.ended();

            // Then
            assertThat(one.publisher.records()).isEmpty();
        }

        @Test
        void deliversAndHearsNothingAfterwards() {
            // Given
            one.opened();
            one.session.ended();

            // When
            one.deliverMessage(1);
            one.receive("{\"type\":\"ping\"}");
            one.tickAfter(HEARTBEAT.multipliedBy(3));

            // Then
            assertThat(one.socket.frames()).hasSize(1);
            assertThat(one.socket.closes()).isEmpty();
        }
    }

    @Nested
    final class Silence {
        @Test
        void isPingedOnceThenClosed() {
            // Given
            one.opened();

            // When
            one.tickAfter(HEARTBEAT);

            // Then
            assertThat(one.socket.pings()).isZero();

            // When
            one.tickAfter(Duration.ofMillis(1));
            one.tickAfter(HEARTBEAT.minusMillis(1));

            // Then
            assertThat(one.socket.pings()).isOne();
            assertThat(one.socket.closes()).isEmpty();

            // When
            one.tickAfter(Duration.ofMillis(1));

            // Then
            assertThat(one.socket.closes()).containsExactly(CloseCode.IDLE_TIMEOUT);
        }

        @Test
        void endsWithAnyFrameOrPong() {
            // Given
            one.opened();

            // When
            one.tickAfter(HEARTBEAT.plusMillis(1));
            one.session.heard();
            one.tickAfter(HEARTBEAT.plusMillis(1));
            one.receive("{\"type\":\"pong\"}");
            one.tickAfter(HEARTBEAT.plusMillis(1));

            // Then
            assertThat(one.socket.pings()).isEqualTo(3);
            assertThat(one.socket.closes()).isEmpty();
        }
    }

    @Nested
    final class Draining {
        @Test
        void asksTheClientToGoAndStillServesIt() {
            // Given
            one.opened();

            // When
            one.session.goAway(100, 3_000);
            one.deliverMessage(1);
            one.session.close(CloseCode.DRAINING);
            one.session.goAway(100, 3_000);

            // Then
            assertThat(one.socket.frames(ServerFrame.GoAway.class)).containsExactly(new ServerFrame.GoAway(100, 3_000));
            assertThat(one.socket.frames(ServerFrame.Message.class)).hasSize(1);
            assertThat(one.socket.closes()).containsExactly(CloseCode.DRAINING);
        }

        @Test
        void asksNobodyWhoIsNotKnownYet() {
            // When
            one.session.goAway(100, 3_000);

            // Then
            assertThat(one.socket.frames()).isEmpty();
        }
    }
}
