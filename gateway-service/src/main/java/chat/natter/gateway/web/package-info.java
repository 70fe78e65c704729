/** The web app: files that are read once, and the headers that keep a page with chats in it safe. */
@NullMarked
package chat.natter.gateway.web;

import org.jspecify.annotations.NullMarked;
