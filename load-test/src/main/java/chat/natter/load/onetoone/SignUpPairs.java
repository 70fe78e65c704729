package chat.natter.load.onetoone;

import chat.natter.client.rest.Session;
import chat.natter.load.scenario.Gateways;
import chat.natter.load.scenario.SignUp;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Makes pairs of new people, each of the two at home on another gateway. */
final class SignUpPairs {
    private SignUpPairs() {}

    static List<Pair> signUp(OneToOnePlan plan) throws ExecutionException, InterruptedException {
        List<List<URI>> homes = new ArrayList<>();
        for (int i = 0; i < plan.pairs(); i++) {
            homes.add(Gateways.startingAt(i, plan.edges()));
            homes.add(Gateways.startingAt(i + 1, plan.edges()));
        }
        List<Session> people = SignUp.at(homes.stream().map(home -> home.get(0)).toList());
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < people.size(); i += 2) {
            pairs.add(new Pair(people.get(i), homes.get(i), people.get(i + 1), homes.get(i + 1)));
        }
        return pairs;
    }
}
