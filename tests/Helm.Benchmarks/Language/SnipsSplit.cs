using Helm.Conversation.Tagging;

namespace Helm.Benchmarks.Language;

/// <summary>
/// What the options for SNIPS were chosen by: each tenth of the training sentences kept aside in turn, in several orders; the
/// test is not read. What was chosen stands first, then what differs from it in one thing.
/// </summary>
internal static class SnipsSplit
{
    private const int Parts = 10;

    private static readonly int[] Orders = [20, 21, 22];

    private static readonly (string Name, SnipsTrial Trial)[] Trials =
    [
        ("as chosen", new()),
        ("classifier as for CLINC150", new() { Classifier = new() }),
        ("classifier without punctuation", new() { Classifier = new() { WordShare = 0.7f, Cost = 8 } }),
        ("tagger with all features", new() { Tagger = new() }),
        ("as chosen before: tagger with all features and a share of 0.3, no letters", new() { Tagger = new(), Shares = new() { Tagger = 0.3, Letters = 0 } }),
        .. Shares("tagger's share", [0, 0.2, 0.3, 0.5, 0.7, 1], share => new() { Tagger = share }),
        .. Shares("share of letters", [0, 0.02, 0.03, 0.05, 0.1], share => new() { Letters = share }),
    ];

    public static void Run(string folder)
    {
        var scores = Orders.Select(order => Run(folder, order)).ToList();
        foreach (var (at, trial) in Trials.Index())
        {
            var wrong = string.Join(" + ", scores.Select(order => order[at].Wrong));
            Console.WriteLine(FormattableString.Invariant(
                $"SNIPS, {trial.Name}: {wrong} intents wrong, of {scores[0][at].Lines} kept aside; slot F1 {scores.Average(order => order[at].SlotF1):0.00}"));
        }
    }

    private static SnipsScore[] Run(string folder, int order)
    {
        var scores = Trials.Select(_ => new SnipsScore()).ToArray();
        var all = SnipsFile.ReadAll(folder, "train_*_full.json").ToArray();
        new Random(order).Shuffle(all);
        for (var part = 0; part < Parts; part++)
        {
            Score([.. all.Where((_, at) => at % Parts != part)], [.. all.Where((_, at) => at % Parts == part)], scores);
        }

        return scores;
    }

    private static void Score(SnipsLine[] rest, SnipsLine[] aside, SnipsScore[] scores)
    {
        var classifiers = Trained(trial => trial.Classifier, options => SnipsEngine.Classifier(rest, options));
        var taggers = Trained(trial => trial.Tagger, options => SnipsEngine.Tagger(rest, options));
        var letters = SnipsEngine.Letters(rest);
        foreach (var line in aside)
        {
            var margins = classifiers.ToDictionary(trained => trained.Key, trained => trained.Value.Margins(line.Text).ToList());
            var readings = taggers.ToDictionary(trained => trained.Key, trained => trained.Value.Read(line.Tagged.Words));
            var logs = letters.ToDictionary(intent => intent.Key, intent => intent.Value.LogChance(line.Text));
            foreach (var (score, (_, trial)) in scores.Zip(Trials))
            {
                var reading = readings[trial.Tagger];
                score.Add(line, JointLabel.Best(margins[trial.Classifier], reading, label => logs[label], trial.Shares), reading);
            }
        }
    }

    private static Dictionary<TOptions, TPart> Trained<TOptions, TPart>(Func<SnipsTrial, TOptions> options, Func<TOptions, TPart> train)
        where TOptions : notnull => Trials.Select(trial => options(trial.Trial)).Distinct().ToDictionary(some => some, train);

    private static IEnumerable<(string Name, SnipsTrial Trial)> Shares(string name, double[] shares, Func<double, JointShares> make) =>
        shares.Select(share => (FormattableString.Invariant($"{name} {share}"), new SnipsTrial { Shares = make(share) }));
}
