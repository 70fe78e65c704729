package chat.natter.history;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "chat.natter.history", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule featuresFormNoCycle =
            slices().matching("chat.natter.history.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noOtherServiceIsKnown = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "chat.natter.auth..",
                    "chat.natter.gateway..",
                    "chat.natter.message..",
                    "chat.natter.presence..",
                    "chat.natter.media..",
                    "chat.natter.stack..");

    @ArchTest
    static final ArchRule theCoreIsPlainJava = classes()
            .that()
            .haveNameMatching(
                    "chat\\.natter\\.history\\.(message\\.(ArchivedMessage|Buckets|Direction|Head|Page|PagePlan|PageQuery|PageRequest|Place|BucketStart|Slice|SliceRows|TimeToLive|MessageStore)|archive\\.(Backoff|Reading|Waiting))(\\$.*)?")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "chat.natter.contract",
                    "chat.natter.contract.frame",
                    "chat.natter.history..");

    @ArchTest
    static final ArchRule theCoreOfSearchIsPlainJava = classes()
            .that()
            .haveNameMatching(
                    "chat\\.natter\\.history\\.search\\.(Activity|Candidate|Conversations|IndexBuckets|IndexEntry|Intersection|Lookup|MatchMessage|OneSearch|Posting|Postings|Range|Reach|SearchCursor|SearchIndex|SearchPage|SearchQuery|SearchToken|Snippet|Source|Term|Word)(\\$.*)?")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "chat.natter.contract",
                    "chat.natter.contract.frame",
                    "chat.natter.history..");

    @ArchTest
    static final ArchRule onlyTheStoreKnowsTheDriver = noClasses()
            .that()
            .resideInAnyPackage("chat.natter.history.archive..", "chat.natter.history.problem..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.datastax..");
}
