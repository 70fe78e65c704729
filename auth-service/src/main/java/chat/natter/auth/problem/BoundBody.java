package chat.natter.auth.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * No body of more than 64 KiB is read: by its announced length, or while it comes in pieces. One that does not come to
 * its end is told from faults of ours.
 */
@Provider
@PreMatching
public class BoundBody implements ContainerRequestFilter, ReaderInterceptor {
    static final int MAX_BYTES = 64 * 1024;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getLength() > MAX_BYTES) {
            request.abortWith(BodyTooLarge.response());
        }
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(bound(context.getInputStream()));
        return context.proceed();
    }

    static InputStream bound(InputStream body) {
        return new Bounded(body);
    }

    private static final class Bounded extends FilterInputStream {
        private int count;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = whole(super::read);
            account(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int got = whole(() -> super.read(target, offset, length));
            account(Math.max(got, 0));
            return got;
        }

        private static int whole(Read read) throws IOException {
            try {
                return read.run();
            } catch (IOException e) {
                throw new BodyCutOff(e);
            }
        }

        private void account(int got) throws IOException {
            count += got;
            if (count > MAX_BYTES) {
                throw new BodyTooLarge();
            }
        }
    }

    @FunctionalInterface
    private interface Read {
        int run() throws IOException;
    }
}
