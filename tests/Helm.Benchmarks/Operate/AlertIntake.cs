using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Helm.Benchmarks.Operate;

/// <summary>
/// Alerts in batches of 64: Helm's webhook, which answers after the commit, in a process that is then killed in the middle of the
/// load; beside the real Alertmanager, which answers from memory. The same alerts, connections and machine, in turns.
/// </summary>
internal static class AlertIntake
{
    private const int Rounds = 8;
    private const int Turns = 5;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("helm-bench-alerts-");
        try
        {
            using var peer = await AlertmanagerPeer.StartAsync();
            using var child = IntakeHost.Start(folder.FullName);
            using var helm = new AlertSender(new Uri((await child.LineAsync("listening")).Split(' ')[1] + "/api/alertmanager"), IntakeHost.Secret);
            await CompareAsync(helm, peer);
            var answered = await KillAsync(child, helm);
            Console.WriteLine($"alert intake, kill -9 in the middle of the load: {answered.Count * AlertBatches.Size} alerts were answered with 200, {Found(folder.FullName, answered)} of them are found");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task CompareAsync(AlertSender helm, AlertmanagerPeer? peer)
    {
        using var other = peer is null ? null : new AlertSender(peer.Alerts, null);
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var turn = 0; turn <= Turns; turn++)
        {
            ours.Add(await helm.MeasureAsync(AlertBatches.ForHelm(turn * Rounds, Rounds)));
            theirs.Add(other is null ? double.NaN : await other.MeasureAsync(AlertBatches.ForAlertmanager(turn * Rounds, Rounds)));
        }

        // The first turn is a warm-up.
        var (mine, its) = (Median(ours.Skip(1)), Median(theirs.Skip(1)));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"alert intake, batches of {AlertBatches.Size}, {AlertBatches.Fingerprints} fingerprints, median of {Turns}: Helm {mine:0} alerts/s committed before the answer, Alertmanager {its:0} alerts/s from memory (ratio {mine / its:0.00}; floor 5000/s)"));
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Turns / 2);

    /// <summary>Kills the host while every connection is busy; says which batches it had answered.</summary>
    private static async Task<ConcurrentBag<int>> KillAsync(Child child, AlertSender helm)
    {
        var answered = new ConcurrentBag<int>();
        var bodies = AlertBatches.ForHelm(AlertBatches.LastRound, 1);
        try
        {
            await helm.SendAsync(bodies, batch =>
            {
                answered.Add(batch);
                if (answered.Count == bodies.Count / 2)
                {
                    child.Kill();
                }
            });
        }
        catch (HttpRequestException)
        {
            // It was killed in the middle of these.
        }

        return answered;
    }

    /// <summary>How many of the answered alerts are in the database as they were sent last.</summary>
    private static int Found(string folder, IEnumerable<int> answered)
    {
        using var database = new SqliteConnection($"Data Source={Path.Combine(folder, "helm.db")};Pooling=False");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = "SELECT fingerprint FROM outside_alerts WHERE starts_at >= $start";
        command.Parameters.AddWithValue("$start", AlertBatches.StartsAt(AlertBatches.LastRound).UtcDateTime);
        var kept = new HashSet<string>(StringComparer.Ordinal);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            kept.Add(reader.GetString(0));
        }

        return answered.SelectMany(AlertBatches.Numbers).Count(number => kept.Contains(AlertBatches.Fingerprint(number)));
    }
}
