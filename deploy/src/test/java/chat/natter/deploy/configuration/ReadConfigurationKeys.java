package chat.natter.deploy.configuration;

import chat.natter.deploy.Repository;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Finds a service's keys in the sources of its {@code @ConfigMapping} interfaces: only there the Javadoc is, and no
 * module has to be built before.
 */
public final class ReadConfigurationKeys {
    /** What mappings of several services extend. */
    private static final Path SHARED = Repository.at("object-storage/src/main/java");

    private final Map<String, ClassTree> interfaces = new LinkedHashMap<>();
    private final Map<Tree, String> comments = new HashMap<>();

    private ReadConfigurationKeys(ServiceModule service) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            var sources = files.getJavaFileObjectsFromPaths(Stream.of(service.sources(), SHARED)
                    .flatMap(folder ->
                            Repository.files(folder, file -> file.toString().endsWith(".java")).stream())
                    .toList());
            JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, sources);
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                collect(unit, docs);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All keys of the service's mappings, by name. */
    public static List<ConfigurationKey> of(ServiceModule service) {
        ReadConfigurationKeys reader = new ReadConfigurationKeys(service);
        List<ConfigurationKey> keys = new ArrayList<>();
        for (ClassTree mapping : reader.interfaces.values()) {
            annotation(mapping.getModifiers().getAnnotations(), "ConfigMapping")
                    .ifPresent(found -> reader.add(keys, text(found, "prefix"), mapping, null));
        }
        keys.sort(Comparator.comparing(ConfigurationKey::name));
        return keys;
    }

    private void collect(CompilationUnitTree unit, DocTrees docs) {
        new TreePathScanner<@Nullable Object, @Nullable Object>() {
            @Override
            public @Nullable Object visitClass(ClassTree type, @Nullable Object ignored) {
                if (type.getKind() == Tree.Kind.INTERFACE) {
                    interfaces.put(type.getSimpleName().toString(), type);
                }
                return super.visitClass(type, ignored);
            }

            @Override
            public @Nullable Object visitMethod(MethodTree method, @Nullable Object ignored) {
                String comment =
                        docs.getDocComment(new TreePath(getCurrentPath().getParentPath(), method));
                if (comment != null) {
                    comments.put(method, plain(comment));
                }
                return null;
            }
        }.scan(unit, null);
    }

    private void add(List<ConfigurationKey> keys, String prefix, ClassTree type, @Nullable String groupComment) {
        for (MethodTree method : methods(type).values()) {
            String name = prefix + "." + name(method);
            String returned = String.valueOf(method.getReturnType());
            ClassTree group = interfaces.get(returned);
            String comment = comments.getOrDefault(method, groupComment == null ? "" : groupComment);
            if (group == null) {
                keys.add(key(name, returned, method, comment));
            } else {
                add(keys, name, group, comment);
            }
        }
    }

    /** A type's own methods and those of the interfaces that it extends; its own come in place of theirs. */
    private Map<String, MethodTree> methods(ClassTree type) {
        Map<String, MethodTree> methods = new LinkedHashMap<>();
        for (Tree parent : type.getImplementsClause()) {
            ClassTree found = interfaces.get(parent.toString());
            if (found != null) {
                methods.putAll(methods(found));
            }
        }
        for (Tree member : type.getMembers()) {
            if (member instanceof MethodTree method && method.getBody() == null) {
                methods.put(method.getName().toString(), method);
            }
        }
        return methods;
    }

    private static ConfigurationKey key(String name, String returned, MethodTree method, String comment) {
        List<? extends AnnotationTree> annotations = method.getModifiers().getAnnotations();
        Optional<String> defaultValue = annotation(annotations, "WithDefault").map(found -> text(found, "value"));
        boolean optional = returned.startsWith("Optional") || returned.startsWith("Map<");
        return new ConfigurationKey(
                name, type(returned), defaultValue, defaultValue.isEmpty() && !optional, bounds(annotations), comment);
    }

    private static List<String> bounds(List<? extends AnnotationTree> annotations) {
        List<String> bounds = new ArrayList<>();
        annotation(annotations, "Min").ifPresent(found -> bounds.add("at least " + text(found, "value")));
        annotation(annotations, "Max").ifPresent(found -> bounds.add("at most " + text(found, "value")));
        annotation(annotations, "NotEmpty").ifPresent(found -> bounds.add("not empty"));
        annotation(annotations, "NotBlank").ifPresent(found -> bounds.add("not blank"));
        return bounds;
    }

    /** {@code Optional<Duration>} and {@code OptionalInt} are what they hold. */
    private static String type(String returned) {
        String held = returned.replaceFirst("^Optional<(.*)>$", "$1").replaceFirst("^Optional(Int|Long)$", "$1");
        return held.toLowerCase(Locale.ROOT).replace("list<string>", "list");
    }

    private static String name(MethodTree method) {
        return annotation(method.getModifiers().getAnnotations(), "WithName")
                .map(found -> text(found, "value"))
                .orElseGet(() ->
                        method.getName().toString().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
    }

    private static Optional<? extends AnnotationTree> annotation(
            List<? extends AnnotationTree> annotations, String simpleName) {
        return annotations.stream()
                .filter(annotation -> annotation.getAnnotationType().toString().equals(simpleName))
                .findFirst();
    }

    private static String text(AnnotationTree annotation, String member) {
        for (ExpressionTree argument : annotation.getArguments()) {
            if (argument instanceof AssignmentTree assignment
                    && assignment.getVariable().toString().equals(member)) {
                return literal(assignment.getExpression());
            }
            if (member.equals("value") && !(argument instanceof AssignmentTree)) {
                return literal(argument);
            }
        }
        throw new IllegalArgumentException(annotation + " has no " + member);
    }

    private static String literal(ExpressionTree expression) {
        return expression instanceof LiteralTree literal ? String.valueOf(literal.getValue()) : expression.toString();
    }

    /** Javadoc as one line of Markdown. */
    private static String plain(String comment) {
        return comment.replaceAll("(?m)^\\s*@\\w+.*$", "")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("\\{@link #?([^}]*?)\\(?\\)?}", "`$1`")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
