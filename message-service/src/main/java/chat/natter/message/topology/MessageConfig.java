package chat.natter.message.topology;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of the message service. */
@ConfigMapping(prefix = "natter.message")
public interface MessageConfig {
    /** Where the local copies of the stores lie; each instance on a machine needs its own. */
    @WithDefault(".natter/message-service")
    Path stateDir();

    /** The name of the group of instances that share the work; also the prefix of the changelog topics. */
    @WithDefault("message-service")
    String applicationId();

    /** Host and port at which other instances reach this one. */
    Optional<String> advertisedAddress();

    /** Threads that process partitions. */
    @WithDefault("1")
    @Min(1)
    @Max(64)
    int threads();

    /** Instances besides the owner that keep a warm copy of each store. */
    @WithDefault("0")
    @Min(0)
    @Max(3)
    int standbyReplicas();

    /** How often progress is committed; what came after the last commit is processed again after a crash. */
    @WithDefault("1S")
    Duration commitInterval();

    /** How long the producer waits for more records before it sends: batches cost less, waiting is latency. */
    @WithDefault("1MS")
    Duration linger();

    /** An instance that is silent for so long loses its partitions to the others. */
    @WithDefault("10S")
    Duration sessionTimeout();

    /** Memory that all stores of this instance share for their caches and write buffers, in bytes. */
    @WithDefault("67108864")
    @Min(8388608)
    long storeMemory();

    /** Entries sent to a device ahead of its acknowledgement. */
    @WithDefault("64")
    @Min(1)
    @Max(1024)
    int window();

    /** How long an entry waits for a device. */
    @WithDefault("30D")
    Duration retention();

    /** How long a repeat of a message id is recognised. */
    @WithDefault("24H")
    Duration repeatWindow();

    /** How long an author may edit a message. */
    @WithDefault("15M")
    Duration editWindow();

    /** How long an author may retract a message. */
    @WithDefault("48H")
    Duration retractWindow();

    /** How often a message may be edited. */
    @WithDefault("50")
    @Min(1)
    @Max(10000)
    int maxEdits();

    /** Members of a group. */
    @WithDefault("1024")
    @Min(2)
    @Max(1024)
    int maxMembers();

    /** Those who publish in a topic. */
    @WithDefault("64")
    @Min(1)
    @Max(128)
    int maxPublishers();

    /** Copies of a message to a group that go out at once, about; others of the partition come in between. */
    @WithDefault("128")
    @Min(16)
    @Max(1024)
    int partSize();

    /** Users whom a message may mention by name. */
    @WithDefault("32")
    @Min(0)
    @Max(1024)
    int maxMentions();

    /** In a group of more members only admins may mention all of them at once. */
    @WithDefault("32")
    @Min(0)
    @Max(1024)
    int mentionAllMembers();
}
