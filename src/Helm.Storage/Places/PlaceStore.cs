using Helm.Operations.Delivery;
using Helm.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace Helm.Storage.Places;

/// <summary>Keeps places; one statement each, so that two hosts note the same place once.</summary>
internal sealed class PlaceStore(DbSource source) : IPlaces
{
    public async Task NoteAsync(Place place, CancellationToken cancellation)
    {
        await using var db = source.Open();
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO places (channel, address, name, reference, seen_at)
            VALUES ({place.Channel}, {place.Address}, {place.Name}, {place.Reference}, {place.SeenAt.UtcDateTime})
            ON CONFLICT (channel, address) DO UPDATE SET
                name = CASE WHEN excluded.name = '' THEN places.name ELSE excluded.name END, reference = excluded.reference, seen_at = excluded.seen_at
            """,
            cancellation);
    }

    public async Task<Place?> FindAsync(string channel, string addressOrName, CancellationToken cancellation)
    {
        await using var db = source.Open();
        var known = await db.Set<PlaceRow>().AsNoTracking()
            .Where(row => row.Channel == channel && (row.Address == addressOrName || row.Name == addressOrName))
            .OrderByDescending(row => row.Address == addressOrName).Take(2).ToListAsync(cancellation);
        return known switch
        {
            [var row] => Of(row),
            [var row, ..] when row.Address == addressOrName => Of(row),
            _ => null,
        };
    }

    public async Task<IReadOnlyList<Place>> ListAsync(string channel, CancellationToken cancellation)
    {
        await using var db = source.Open();
        var rows = await db.Set<PlaceRow>().AsNoTracking().Where(row => row.Channel == channel).OrderBy(row => row.Name).ToListAsync(cancellation);
        return [.. rows.Select(Of)];
    }

    public async Task ForgetAsync(string channel, string address, CancellationToken cancellation)
    {
        await using var db = source.Open();
        await db.Set<PlaceRow>().Where(row => row.Channel == channel && row.Address == address).ExecuteDeleteAsync(cancellation);
    }

    private static Place Of(PlaceRow row) => new(row.Channel, row.Address, row.Name, row.Reference, row.SeenAt);
}
