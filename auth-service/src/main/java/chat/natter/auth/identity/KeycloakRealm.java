package chat.natter.auth.identity;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The public side of a Keycloak realm. Parameters that are null are not sent. */
@RegisterRestClient(configKey = "keycloak")
@Path("/realms/{realm}")
@Produces(MediaType.APPLICATION_JSON)
interface KeycloakRealm {
    @GET
    Response describe(@PathParam("realm") String realm);

    @POST
    @Path("/protocol/openid-connect/token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Response token(
            @PathParam("realm") String realm,
            @FormParam("grant_type") String grantType,
            @FormParam("client_id") String clientId,
            @FormParam("client_secret") @Nullable String clientSecret,
            @FormParam("username") @Nullable String username,
            @FormParam("password") @Nullable String password);

    @POST
    @Path("/protocol/openid-connect/token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Response exchange(
            @PathParam("realm") String realm,
            @FormParam("grant_type") String grantType,
            @FormParam("client_id") String clientId,
            @FormParam("code") String code,
            @FormParam("code_verifier") String codeVerifier,
            @FormParam("redirect_uri") String redirectUri);

    @GET
    @Path("/protocol/openid-connect/certs")
    Response keys(@PathParam("realm") String realm);
}
