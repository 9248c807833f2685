using System.Text;
using System.Text.Json;
using Helm.Operations.Investigation.LogPatterns;

namespace Helm.Operations.Tests.Investigation;

public sealed class TemplateMinerTests
{
    [Theory]
    [InlineData("Took 19.05 seconds to spawn", "Took 7 ms to spawn", "Took <*> to spawn")]
    [InlineData("connect to 10.0.0.1:5432 failed", "connect to 10.0.0.2:5433 failed", "connect to <*> failed")]
    [InlineData("read /var/log/a.log done", "read /srv/data/b.bin done", "read <*> done")]
    [InlineData("task b9000564-fe1a-409b-b8cc-1e88b294cd1d ended", "task 00000000-0000-0000-0000-000000000000 ended", "task <*> ended")]
    [InlineData("uid=0 rhost=218.188.2.4", "uid=12 rhost=host-7.example.com", "uid=<*> rhost=<*>")]
    [InlineData("tag=\"View Lock\" set", "tag=\"Other thing here\" set", "tag=\"<*>\" set")]
    [InlineData("\"GET /a/b HTTP/1.1\" 200", "\"GET /c HTTP/1.1\" 404", "\"GET <*>\" <*>")]
    [InlineData("sent 426 bytes (1.2 KB) now", "sent 0 bytes now", "sent <*> now")]
    [InlineData("from 1.2.3.4 () at Fri Jul 1 07:57:30 2005", "from 1.2.3.4 (a.example) at Sat Jun 18 02:08:10 2005", "from <*> at <*>")]
    [InlineData("nodes an14 an15 an16 lost", "nodes an2 lost", "nodes <*> lost")]
    [InlineData("session opened for user cyrus", "session opened for user root", "session opened for user <*>")]
    public void What_varies_by_nature_is_a_variable_at_once(string one, string other, string template)
    {
        var templates = Mine(one, other);

        Assert.Equal(template, templates[0].Text);
        Assert.Equal(templates[0].Id, templates[1].Id);
    }

    [Theory]
    [InlineData("VM Started (Lifecycle Event)", "VM Stopped (Lifecycle Event)")]
    [InlineData("\"GET /a/b HTTP/1.1\" 200", "\"POST /a/b HTTP/1.1\" 200")]
    [InlineData("Failed password for 1.2.3.4", "Failed none for 1.2.3.4")]
    [InlineData("jk2_init() ok", "jk3_start() ok")]
    public void Statements_that_differ_by_a_word_stay_apart(string one, string other)
    {
        var templates = Mine(one, other);

        Assert.NotEqual(templates[0].Id, templates[1].Id);
    }

    [Fact]
    public void A_position_that_takes_many_values_is_a_variable_for_the_first_line_too()
    {
        string[] names = ["chargen", "daytime", "echo", "finger", "gopher", "imap", "klogin", "nntp", "ntalk", "rsync", "shell", "talk", "time"];

        var templates = Mine([.. names.Select(name => $"service {name} was removed by hand")]);

        Assert.All(templates, template => Assert.Equal("service <*> was removed by hand", template.Text));
        Assert.Single(templates.Select(template => template.Id).Distinct());
    }

    [Fact]
    public void Two_positions_that_vary_together_are_variables()
    {
        var templates = Mine([.. Enumerable.Range(0, 6).Select(at =>
            $"lock held by com.shop.{(char)('a' + at)}.Main of app-{(char)('a' + at)} is still pending")]);

        Assert.All(templates, template => Assert.Equal("lock held by <*> of <*> is still pending", template.Text));
    }

    [Fact]
    public void Hostile_lines_are_grouped_and_break_nothing()
    {
        var random = new Random(7);
        var miner = new TemplateMiner();
        const string Letters = "aA0 =:/\\\"'<>()[]{}.,|#-\u0001\u00e4\u4e2d\t\u001b\ud83d";
        var ids = Enumerable.Range(0, 20_000)
            .Select(_ => miner.Add(string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => Letters[random.Next(Letters.Length)]))))
            .ToList();

        Assert.Equal(ids.Count, ids.Select(miner.TemplateOf).Count(template => template is not null));
        Assert.NotNull(miner.TemplateOf(miner.Add(new string('x', 1_000_000))));
        Assert.NotNull(miner.TemplateOf(miner.Add("")));
    }

    [Fact]
    public void A_crowd_of_patterns_is_thinned_and_none_is_lost()
    {
        var miner = new TemplateMiner();
        var random = new Random(3);
        string Name() => string.Concat(Enumerable.Range(0, 8).Select(_ => (char)('g' + random.Next(20))));
        var ids = Enumerable.Range(0, 5_000).Select(_ => miner.Add($"user said {Name()} and then {Name()} to all")).ToList();

        Assert.Equal(["user said <*> and then <*> to all"], ids.Select(id => miner.TemplateOf(id).Text).Distinct());
    }

    [Fact]
    public void Each_line_comes_out_in_its_order_as_JSON()
    {
        using var output = new MemoryStream();
        GroupedLines.Write(new StringReader("took 1 ms\n\nsaid \"no\" \u001b[31m\ntook 22 ms"), output);

        var lines = Encoding.UTF8.GetString(output.ToArray()).TrimEnd('\n').Split('\n')
            .Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(
            ["took 1 ms", "", "said \"no\" \u001b[31m", "took 22 ms"], lines.Select(line => line.GetProperty("line").GetString()));
        Assert.Equal("took <*>", lines[3].GetProperty("template").GetString());
        Assert.Equal(lines[0].GetProperty("template_id").GetInt32(), lines[3].GetProperty("template_id").GetInt32());
        Assert.NotEqual(lines[0].GetProperty("template_id").GetInt32(), lines[2].GetProperty("template_id").GetInt32());
    }

    private static List<LogTemplate> Mine(params string[] lines)
    {
        var miner = new TemplateMiner();
        var ids = lines.Select(line => miner.Add(line)).ToList();
        return [.. ids.Select(miner.TemplateOf)];
    }
}
