using System.Globalization;

namespace Helm.PracticeCloud.Estate;

/// <summary>States of resources while a scenario is in force, laid over their own.</summary>
internal sealed class StateOverlay(PracticeClock clock)
{
    private readonly List<Entry> _entries = [];

    public string? Text(string resource, string field) =>
        _entries.FindLast(entry => entry.Resource == resource && entry.Field == field && clock.Now < entry.Until)?.Value;

    public int? Number(string resource, string field) =>
        Text(resource, field) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    public void Add(string scenario, string resource, string field, string value) =>
        _entries.Add(new Entry(scenario, resource, field, value, DateTimeOffset.MaxValue));

    public void End(string scenario, DateTimeOffset until)
    {
        for (var i = 0; i < _entries.Count; i++)
        {
            if (_entries[i].Scenario == scenario && until < _entries[i].Until)
            {
                _entries[i] = _entries[i] with { Until = until };
            }
        }

        _entries.RemoveAll(entry => entry.Until < clock.Now);
    }

    private sealed record Entry(string Scenario, string Resource, string Field, string Value, DateTimeOffset Until);
}
