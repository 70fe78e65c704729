package chat.natter.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.Topic;
import chat.natter.deploy.Generated;
import chat.natter.deploy.Repository;
import chat.natter.deploy.configuration.ServiceModule;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import io.strimzi.api.kafka.model.user.KafkaUserAuthorizationSimple;
import io.strimzi.api.kafka.model.user.acl.AclOperation;
import io.strimzi.api.kafka.model.user.acl.AclResourcePatternType;
import io.strimzi.api.kafka.model.user.acl.AclRule;
import io.strimzi.api.kafka.model.user.acl.AclRuleTopicResource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicsAndUsersTest {
    @Test
    void topicsAreThoseOfTheContract() {
        Generated.assertCurrent(
                Repository.at("deploy/k8s/backing/strimzi/topics.yaml"), WriteTopics.asStrimziResources());
        Generated.assertCurrent(Repository.at("deploy/k8s/backing/dev/create-topics.sh"), WriteTopics.asShellScript());
    }

    @Test
    void topicsHaveTheContractsSettings() {
        Map<String, KafkaTopic> topics = ReadManifests.in("backing/strimzi").stream()
                .filter(KafkaTopic.class::isInstance)
                .map(KafkaTopic.class::cast)
                .collect(Collectors.toMap(topic -> topic.getSpec().getTopicName(), topic -> topic));

        assertThat(topics)
                .containsOnlyKeys(
                        Arrays.stream(Topic.values()).map(Topic::topicName).toList());
        for (Topic topic : Topic.values()) {
            assertThat(Objects.requireNonNull(topics.get(topic.topicName()))
                            .getSpec()
                            .getConfig())
                    .containsAllEntriesOf(topic.settings())
                    .containsEntry("min.insync.replicas", "2");
        }
    }

    @Test
    void everyServiceThatUsesKafkaHasAUser() {
        assertThat(users().keySet())
                .containsExactlyInAnyOrder(
                        "gateway-kafka",
                        "message-kafka",
                        "presence-kafka",
                        "auth-kafka",
                        "history-kafka",
                        "media-kafka");
    }

    @ParameterizedTest
    @EnumSource
    void isWrittenByThoseWhoTheContractSays(Topic topic) {
        assertThat(allowed(topic.topicName(), AclOperation.WRITE)).isEqualTo(documentedWriters(topic));
    }

    @Test
    void deliveriesAreReadByGatewaysAlone() {
        String topic = "chat.deliveries.gateway-0";
        assertThat(allowed(topic, AclOperation.WRITE)).containsExactly("history", "message", "presence");
        assertThat(allowed(topic, AclOperation.READ)).containsExactly("gateway");
    }

    @Test
    void theThreatModelNamesTheSameReadersAndWriters() {
        List<String> lines =
                Repository.read(Repository.at("docs/SECURITY.md")).lines().toList();
        Stream.concat(Arrays.stream(Topic.values()).map(Topic::topicName), Stream.of("chat.deliveries.*"))
                .forEach(topic -> assertThat(lines)
                        .filteredOn(line -> line.startsWith("| `" + topic + "` |"))
                        .singleElement(InstanceOfAssertFactories.STRING)
                        .endsWith("| %s | %s |"
                                .formatted(
                                        names(allowed(topic, AclOperation.WRITE)),
                                        names(allowed(topic, AclOperation.READ)))));
    }

    private static String names(Set<String> services) {
        return services.isEmpty() ? "–" : String.join(", ", services);
    }

    @Test
    void nobodyMayDoEverything() {
        users().forEach((name, rules) -> assertThat(rules).as(name).allSatisfy(rule -> {
            assertThat(rule.getHost()).isIn((Object) null, "*");
            assertThat(rule.getOperations()).doesNotContain(AclOperation.ALL);
            if (rule.getResource() instanceof AclRuleTopicResource topic) {
                assertThat(topic.getName()).isNotIn("*", "chat.", "");
            }
        }));
    }

    private static Set<String> allowed(String topic, AclOperation operation) {
        return users().entrySet().stream()
                .filter(user -> allows(user.getValue(), topic, operation))
                .map(user -> user.getKey().replace("-kafka", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The sentence {@code Written by …} of the topic's Javadoc. */
    private static Set<String> documentedWriters(Topic topic) {
        String source = Repository.read(Repository.at("contract/src/main/java/chat/natter/contract/Topic.java"));
        String before = source.substring(0, source.indexOf("    " + topic.name() + "(\""));
        String comment = before.substring(before.lastIndexOf("/**")).replaceAll("\\s*\\*\\s*", " ");
        Matcher sentence = Pattern.compile("Written by ([^.]*)\\.").matcher(comment);
        assertThat(sentence.find()).as("%s says who writes it", topic).isTrue();
        String writers = sentence.group(1);
        Set<String> services = ServiceModule.ALL.stream()
                .map(ServiceModule::shortName)
                .filter(name -> writers.contains(name + "-service") || writers.contains(name + "s"))
                .collect(Collectors.toCollection(TreeSet::new));
        return writers.contains("every consumer") ? new TreeSet<>(Set.of("message", "presence", "history")) : services;
    }

    private static boolean allows(List<AclRule> rules, String topic, AclOperation operation) {
        return rules.stream()
                .filter(rule -> rule.getOperations().contains(operation))
                .filter(rule -> rule.getResource() instanceof AclRuleTopicResource)
                .map(rule -> (AclRuleTopicResource) rule.getResource())
                .anyMatch(resource -> resource.getPatternType() == AclResourcePatternType.PREFIX
                        ? topic.startsWith(resource.getName())
                        : topic.equals(resource.getName()));
    }

    private static Map<String, List<AclRule>> users() {
        return ReadManifests.in("backing/strimzi").stream()
                .filter(KafkaUser.class::isInstance)
                .map(KafkaUser.class::cast)
                .collect(Collectors.toMap(
                        user -> user.getMetadata().getName(),
                        user -> ((KafkaUserAuthorizationSimple) user.getSpec().getAuthorization()).getAcls()));
    }
}
