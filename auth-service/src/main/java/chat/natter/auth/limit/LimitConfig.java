package chat.natter.auth.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;

/** How often may be tried. Each instance counts for itself. */
@ConfigMapping(prefix = "natter.auth.limits")
public interface LimitConfig {
    /** Sign-ins with one user name, right or wrong. */
    SignInsOfUsername signInsOfUsername();

    /** Sign-ins from one address. */
    SignInsOfAddress signInsOfAddress();

    /** Sign-ups for one user name: a repeat after an outage checks the password. */
    SignUpsOfUsername signUpsOfUsername();

    /** Sign-ups from one address. */
    SignUpsOfAddress signUpsOfAddress();

    /** Codes asked for from one address. */
    VerificationsOfAddress verificationsOfAddress();

    /** Codes asked for by one device. */
    VerificationsOfInstallation verificationsOfInstallation();

    /** Codes tried from one address. */
    CodesOfAddress codesOfAddress();

    /** Links asked for, and looked at, from one address. */
    LinksOfAddress linksOfAddress();

    /** Hashes and user names looked up by one account. */
    LookUpsOfAccount lookUpsOfAccount();

    /** Hashes and user names looked up from one address. */
    LookUpsOfAddress lookUpsOfAddress();

    /** Changes of passwords and ways to sign in, by account. */
    ChangesOfAccount changesOfAccount();

    /**
     * Addresses or networks (CIDR) of proxies in front of this service, that is of the gateways. Only what they say in
     * {@code X-Forwarded-For} is believed.
     */
    @WithDefault("127.0.0.0/8,::1")
    List<String> trustedProxies();

    /** So many tries at once; they come back evenly over the period. */
    interface Rate {
        long capacity();

        Duration period();
    }

    interface SignInsOfUsername extends Rate {
        @Override
        @WithDefault("10")
        @Min(1)
        long capacity();

        @Override
        @WithDefault("PT5M")
        Duration period();
    }

    interface SignInsOfAddress extends Rate {
        @Override
        @WithDefault("60")
        @Min(1)
        long capacity();

        @Override
        @WithDefault("PT1M")
        Duration period();
    }

    interface SignUpsOfUsername extends Rate {
        @Override
        @WithDefault("10")
        @Min(1)
        long capacity();

        @Override
        @WithDefault("PT5M")
        Duration period();
    }

    interface SignUpsOfAddress extends Rate {
        @Override
        @WithDefault("20")
        @Min(1)
        long capacity();

        @Override
        @WithDefault("PT10M")
        Duration period();
    }

    interface VerificationsOfAddress extends Rate {
        @Override
        @WithDefault("20")
        @Min(1)
        long capacity();

        @Override
        @WithDefault("PT1H")
        Duration period();
    }

    interface VerificationsOfInstallation extends Rate {
        @Override
        @WithDefault("10")
        @Min(1)
        long capacity();

        @Override
        @WithDefault("PT1H")
        Duration period();
    }

    interface CodesOfAddress extends Rate {
        @Override
        @WithDefault("60")
        @Min(1)
        long capacity();

        @Override
        @WithDefault("PT5M")
        Duration period();
    }

    interface LinksOfAddress extends Rate {
        @Override
        @WithDefault("120")
        @Min(1)
        long capacity();

        @Override
        @WithDefault("PT1M")
        Duration period();
    }

    interface LookUpsOfAccount extends Rate {
        @Override
        @WithDefault("10000")
        @Min(1)
        long capacity();

        @Override
        @WithDefault("P1D")
        Duration period();
    }

    interface LookUpsOfAddress extends Rate {
        @Override
        @WithDefault("50000")
        @Min(1)
        long capacity();

        @Override
        @WithDefault("P1D")
        Duration period();
    }

    interface ChangesOfAccount extends Rate {
        @Override
        @WithDefault("10")
        @Min(1)
        long capacity();

        @Override
        @WithDefault("PT10M")
        Duration period();
    }
}
