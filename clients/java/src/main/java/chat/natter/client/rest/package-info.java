/**
 * The REST half of the client: accounts, profiles, presence, history and media, through a gateway's edge. Calls block;
 * a refusal is an {@link chat.natter.client.rest.ApiRefused} with the stable code of the problem catalogue.
 */
@NullMarked
package chat.natter.client.rest;

import org.jspecify.annotations.NullMarked;
