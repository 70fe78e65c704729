package chat.natter.history.export;

import chat.natter.contract.SecurityEvent;
import chat.natter.history.admin.AdminToken;
import chat.natter.history.admin.Grounds;
import chat.natter.history.audit.TellAudit;
import chat.natter.history.message.JsonLine;
import chat.natter.history.message.MessageJson;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * For the company: its archive as JSON Lines, told on {@code chat.audit} before the first line leaves. The last line
 * says {@code end}; without it, the export goes on with {@code after}. Not reachable through the edge.
 */
@Path("/v1/admin/export")
class ExportResource {
    private static final byte[] END = "{\"end\":true}\n".getBytes(StandardCharsets.UTF_8);

    private final AdminToken adminToken;
    private final WriteArchive writeArchive;
    private final TellAudit tellAudit;
    private final ObjectMapper json;
    private final Clock clock;

    ExportResource(
            AdminToken adminToken, WriteArchive writeArchive, TellAudit tellAudit, ObjectMapper json, Clock clock) {
        this.adminToken = adminToken;
        this.writeArchive = writeArchive;
        this.tellAudit = tellAudit;
        this.json = json;
        this.clock = clock;
    }

    @GET
    @Produces("application/jsonl")
    public StreamingOutput export(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization, @BeanParam ExportParameters asked) {
        adminToken.check(authorization);
        Grounds grounds = Grounds.of(asked.by, asked.reason);
        ExportRequest request =
                ReadExportRequest.read(asked.conversation, asked.user, asked.from, asked.to, asked.after);
        tellAudit.tell(SecurityEvent.ARCHIVE_EXPORTED, clock.instant(), request.details(grounds));
        return output -> write(request, output);
    }

    private void write(ExportRequest request, OutputStream output) throws IOException {
        try (BufferedOutputStream lines = new BufferedOutputStream(output)) {
            writeArchive.write(request, entry -> {
                try {
                    lines.write(JsonLine.of(MessageJson.of(entry), json));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            lines.write(END);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
