package chat.natter.stack.server;

import chat.natter.stack.plan.PortName;
import chat.natter.stack.plan.PortPlan;
import chat.natter.stack.plan.StackLayout;
import chat.natter.stack.process.Launch;
import chat.natter.stack.process.Probe;
import chat.natter.stack.secret.Secrets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** S3Proxy over a folder. A bucket is a sub-folder, so it exists before the server does. */
public final class S3ProxyServer implements Server {
    public static final String BUCKET = "natter-media";

    private final StackLayout layout;
    private final PortPlan ports;
    private final Secrets secrets;

    public S3ProxyServer(StackLayout layout, PortPlan ports, Secrets secrets) {
        this.layout = layout;
        this.ports = ports;
        this.secrets = secrets;
    }

    @Override
    public String name() {
        return "s3proxy";
    }

    @Override
    public Launch prepare() {
        Path data = layout.data(name());
        Path bucket = data.resolve("data").resolve(BUCKET);
        Folders.create(bucket);
        // S3Proxy takes the folder's rights for the bucket's: one that all may read is listed to anybody.
        Folders.closeToOthers(bucket);
        Path conf = data.resolve("s3proxy.conf");
        Path logback = data.resolve("logback.xml");
        Template.write("logback.xml", Map.of(), logback);
        int port = ports.port(PortName.S3);
        Template.write(
                "s3proxy.conf",
                Map.of(
                        "DATA", data.toString(),
                        "PORT_S3", Integer.toString(port),
                        "S3_ACCESS_KEY", secrets.s3AccessKey(),
                        "S3_SECRET_KEY", secrets.s3SecretKey()),
                conf);
        String url = "http://127.0.0.1:" + port;
        return new Launch(
                name(),
                url,
                List.of(
                        JavaServer.java(),
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        // Without it every request writes a hundred lines for debugging.
                        "-Dlogback.configurationFile=" + logback,
                        "org.gaul.s3proxy.Main",
                        "--properties",
                        conf.toString()),
                JavaServer.classpath(layout.server(name())),
                data,
                layout.log(name()),
                Probe.answers(url));
    }
}
