package chat.natter.history.objects;

import static java.util.Objects.requireNonNull;

import java.time.Clock;

class InMemoryPackagesTest implements PackageStoreContract {
    private final InMemoryPackages packages = new InMemoryPackages(Clock.systemUTC());

    @Override
    public PackageStore packages() {
        return packages;
    }

    @Override
    public byte[] read(String key) {
        return requireNonNull(packages.objects().get(key));
    }
}
