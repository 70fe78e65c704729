package chat.natter.message.operations;

import chat.natter.contract.InvalidId;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import chat.natter.message.stage.Key;
import chat.natter.message.topology.MessageTopology;
import chat.natter.message.topology.RunTopology;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * How many entries wait for a user on this instance: {@code {"userId": …, "entries": n}}. An instance that does not own
 * the user's partition has none; ask each.
 */
@Path("/v1/admin/inboxes/{user}")
@Produces(MediaType.APPLICATION_JSON)
public class CountWaitingEntries {
    private final RunTopology topology;

    CountWaitingEntries(RunTopology topology) {
        this.topology = topology;
    }

    @GET
    public Response count(@PathParam("user") String user) {
        try {
            return Response.ok(Map.of("userId", user, "entries", entries(new UserId(user))))
                    .build();
        } catch (InvalidId e) {
            return problem(Problem.BAD_REQUEST);
        } catch (InvalidStateStoreException e) {
            return problem(Problem.UNAVAILABLE);
        }
    }

    private long entries(UserId user) {
        ReadOnlyKeyValueStore<Bytes, byte[]> store = topology.streams()
                .store(StoreQueryParameters.fromNameAndType(
                        MessageTopology.INBOXES, QueryableStoreTypes.keyValueStore()));
        byte[] prefix = Key.of('e', user.value());
        long count = 0;
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(Bytes.wrap(prefix), Bytes.wrap(Key.after(prefix)))) {
            while (entries.hasNext()) {
                entries.next();
                count++;
            }
        }
        return count;
    }

    private static Response problem(Problem problem) {
        return Response.status(problem.httpStatus())
                .type("application/problem+json")
                .entity(Map.of(
                        "type", problem.type(),
                        "title", problem.title(),
                        "status", problem.httpStatus(),
                        "code", problem.code()))
                .build();
    }
}
