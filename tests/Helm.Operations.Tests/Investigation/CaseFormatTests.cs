using Helm.Operations.Investigation.Cases;
using Helm.Operations.Investigation.Evidence;

namespace Helm.Operations.Tests.Investigation;

public sealed class CaseFormatTests : IDisposable
{
    private const string T1 = "2026-03-02T10:00:00Z";
    private const string T2 = "2026-03-02T10:01:00Z";

    private readonly string _folder = Directory.CreateTempSubdirectory("helm-case-").FullName;

    [Theory]
    [InlineData("""{"resource":"db","metric":"cpu","points":[{"timestamp":"2026-03-02T10:00:00Z","value":1},{"ts":"2026-03-02T10:01:00Z","avg":2}]}""")]
    [InlineData("""[{"service":"db","name":"cpu","unit":"%","datapoints":[["2026-03-02T10:00:00Z",1],[1772445660,2]]}]""")]
    [InlineData("""{"component":"db","metrics":{"cpu":[{"time":1772445600000,"value":1},{"time":1772445660000,"value":2}]}}""")]
    [InlineData("""{"db":{"cpu":[[1772445600,1],[1772445660,"2"]]}}""")]
    [InlineData("""[{"timestamp":"2026-03-02T10:00:00Z","component":"db","cpu":1},{"timestamp":"2026-03-02T10:01:00Z","component":"db","cpu":2}]""")]
    [InlineData("""[{"timestamp":"2026-03-02T10:00:00Z","component":"db","metric":"cpu","value":1},{"timestamp":"2026-03-02T10:01:00Z","component":"db","metric":"cpu","value":2}]""")]
    [InlineData("""{"service":"db","metric":"cpu","timestamps":["2026-03-02T10:00:00Z","2026-03-02T10:01:00Z"],"values":[1,2]}""")]
    [InlineData("""{"data":{"result":[{"metric":{"__name__":"cpu","service":"db"},"values":[[1772445600,"1"],[1772445660,"2"]]}]}}""")]
    public void Metrics_are_read_in_every_usual_shape(string json)
    {
        Write("metrics/any.json", json);

        var trace = Assert.Single(CaseFolder.Read(_folder).All(result => result.Traces));

        Assert.Equal(("db", "cpu"), (trace.Component, trace.Metric));
        Assert.Equal([(1772445600L, 1.0), (1772445660L, 2.0)], trace.Points.Select(point => (point.Time, point.Value)));
    }

    [Fact]
    public void A_file_without_names_is_named_by_itself()
    {
        Write("metrics/orders-db.connections.json", $$"""[{"timestamp":"{{T1}}","value":1}]""");

        var trace = Assert.Single(CaseFolder.Read(_folder).All(result => result.Traces));

        Assert.Equal(("orders-db", "connections"), (trace.Component, trace.Metric));
    }

    [Theory]
    [InlineData("""{"ts":"2026-03-02T10:00:00Z","level":"error","service":"db","msg":"boom"}""")]
    [InlineData("""{"@timestamp":1772445600,"severity":"ERROR","component":"db","message":"boom"}""")]
    [InlineData("""{"time":"2026-03-02 10:00:00","lvl":"Error","resource":{"name":"db"},"text":"boom"}""")]
    public void Log_lines_are_read_under_every_usual_name(string line)
    {
        Write("logs/all.jsonl", line + "\n\n");

        Assert.Equal(new LogRecord("db", DateTimeOffset.Parse(T1, System.Globalization.CultureInfo.InvariantCulture), "ERROR", "boom"), Assert.Single(CaseFolder.Read(_folder).All(result => result.Logs)));
    }

    [Fact]
    public void Plain_text_is_a_log_line_too()
    {
        Write("logs/db.log", "2026-03-02T10:00:00Z WARN disk is nearly full\n");

        var line = Assert.Single(CaseFolder.Read(_folder).All(result => result.Logs));

        Assert.Equal(("db", "WARN", T1), (line.Component, line.Level, line.Time.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("""{"edges":[{"from":"web","to":"db"}]}""")]
    [InlineData("""{"nodes":[{"id":"web"},{"id":"db"}],"links":[{"source":"web","target":"db"}]}""")]
    [InlineData("""{"services":[{"name":"web","depends_on":["db"]}]}""")]
    [InlineData("""{"services":{"web":{"dependencies":["db"]},"db":{}}}""")]
    [InlineData("""{"web":["db"],"db":[]}""")]
    [InlineData("""[["web","db"]]""")]
    public void Topologies_are_read_in_every_usual_shape(string json)
    {
        Write("topology.json", json);
        Write("alert.json", $$"""{"service":"web","time":"{{T2}}"}""");

        Assert.Equal([new Dependency("web", "db")], CaseFolder.Read(_folder).All(result => result.Dependencies));
    }

    [Theory]
    [InlineData("alert.json", "{\"service\":", "alert.json is no JSON")]
    [InlineData("metrics/a.json", "oops", "a.json is no JSON")]
    [InlineData("topology.json", "[", "topology.json is no JSON")]
    [InlineData("alert.json", "{}", "holds no case")]
    public void A_broken_file_is_named(string file, string text, string said)
    {
        Write(file, text);

        Assert.Contains(said, Assert.Throws<InvalidDataException>(() => CaseFolder.Read(_folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_told() =>
        Assert.StartsWith("There is no folder", Assert.Throws<InvalidDataException>(() => CaseFolder.Read(Path.Combine(_folder, "none"))).Message, StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string file, string text)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
