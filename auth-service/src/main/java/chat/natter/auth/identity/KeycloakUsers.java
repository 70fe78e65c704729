package chat.natter.auth.identity;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The calls of Keycloak's admin API that we need. */
@RegisterRestClient(configKey = "keycloak")
@Path("/admin/realms/{realm}/users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
interface KeycloakUsers {
    @POST
    Response create(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("realm") String realm, UserBody user);

    @GET
    Response find(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("realm") String realm,
            @QueryParam("username") String username,
            @QueryParam("exact") boolean exact);

    @PUT
    @Path("/{id}")
    Response update(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("realm") String realm,
            @PathParam("id") String id,
            UserBody user);

    @PUT
    @Path("/{id}/reset-password")
    Response resetPassword(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("realm") String realm,
            @PathParam("id") String id,
            UserBody.Credential password);

    @DELETE
    @Path("/{id}")
    Response delete(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("realm") String realm,
            @PathParam("id") String id);
}
