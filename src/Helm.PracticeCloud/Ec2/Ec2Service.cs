using Helm.PracticeCloud.Estate;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Ec2;

/// <summary>Machines; each is a reservation of its own.</summary>
internal static class Ec2Service
{
    public static AwsService Create() => new("ec2", WireProtocol.Ec2, "2016-11-15", [new("DescribeInstances", Describe)])
    {
        XmlNamespace = "http://ec2.amazonaws.com/doc/2016-11-15/",
        Throttle = ("RequestLimitExceeded", 503),
    };

    private static void Describe(AwsCall call, AnswerWriter answer)
    {
        var size = Paging.Size(call.Input, "MaxResults", 1000, 5, 1000, "InvalidParameterValue");
        var (page, next) = Paging.Page(call.Estate.Machines.Values, call.Input.Text("NextToken"), size, "InvalidNextToken");
        answer.List("reservationSet", "item", page, host =>
        {
            answer.Text("ownerId", call.Estate.AccountId);
            answer.List("instancesSet", "item", [host], one => Write(call, answer, one));
        });
        answer.Text("nextToken", next);
    }

    private static void Write(AwsCall call, AnswerWriter answer, Machine host)
    {
        answer.Text("instanceId", host.Id);
        answer.Text("instanceType", host.Type);
        answer.Time("launchTime", host.Launched);
        answer.Begin("instanceState");
        answer.Text("name", call.Estate.Overlay.Text(host.Name, "status") ?? "running");
        answer.End();
        answer.List("tagSet", "item", [host], one =>
        {
            answer.Text("key", "Name");
            answer.Text("value", one.Name);
        });
    }
}
