using Helm.Operations.Issues;
using Helm.Storage.Database;

namespace Helm.Storage.Issues;

/// <summary>Signals to rows and back.</summary>
internal static class SignalRows
{
    public static Signal ToSignal(this SignalRow row) => new()
    {
        Fingerprint = row.Fingerprint,
        Bad = row.Bad,
        Good = row.Good,
        BadSince = row.BadSince,
        CountedUntil = row.CountedUntil,
        IssueId = row.IssueId,
    };

    /// <summary>Null forgets.</summary>
    public static void Remember(HelmDb db, SignalRow? row, Signal? signal)
    {
        if (signal is null)
        {
            if (row is not null)
            {
                db.Remove(row);
            }

            return;
        }

        if (row is null)
        {
            row = new()
            {
                Fingerprint = signal.Fingerprint,
                ResourceKey = signal.Fingerprint[..signal.Fingerprint.LastIndexOf('/')],
            };
            db.Add(row);
        }

        row.Bad = signal.Bad;
        row.Good = signal.Good;
        row.BadSince = signal.BadSince;
        row.CountedUntil = signal.CountedUntil;
        row.IssueId = signal.IssueId;
    }
}
